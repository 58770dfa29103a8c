package vn.phopay.figure;

import io.vertx.core.buffer.Buffer;
import java.lang.foreign.MemorySegment;
import java.util.OptionalLong;
import org.apache.datasketches.tdigest.TDigestDouble;

/**
 * What quantiles of many whole numbers are told from, in a few kilobytes: a t-digest (Dunning 2019) of compression 300.
 * Sketches of days merge into that of a month. The same values in the same order give the same bytes. The rank of a
 * quantile told is off by at most two in a hundred of the values, and one value; see {@code ValueSketchTest}.
 */
final class ValueSketch {
    private static final short COMPRESSION = 300;

    private final TDigestDouble digest;

    /** Of no values. */
    ValueSketch() {
        this(new TDigestDouble(COMPRESSION));
    }

    private ValueSketch(TDigestDouble digest) {
        this.digest = digest;
    }

    /** As it was kept. */
    static ValueSketch of(Buffer bytes) {
        return new ValueSketch(TDigestDouble.heapify(MemorySegment.ofArray(bytes.getBytes())));
    }

    /** Adds {@code value}, {@code times} times. */
    void add(long value, long times) {
        for (long time = 0; time < times; time++) {
            digest.update(value);
        }
    }

    /** Adds what another one holds. */
    void merge(ValueSketch other) {
        digest.merge(other.digest);
    }

    /** The value below which the share {@code rank} of the values lies, rounded; none of no values. */
    OptionalLong quantile(double rank) {
        return digest.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Math.round(digest.getQuantile(rank)));
    }

    /** In the form in which it is kept. */
    Buffer bytes() {
        return Buffer.buffer(digest.toByteArray());
    }
}
