package vn.phopay.dayclose;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.phopay.qr.KeyList;
import vn.phopay.qr.KeyStatus;
import vn.phopay.qr.TrustedKey;

/**
 * Verifies a list of seals, oldest first, with nothing but the published key list: each by itself, and each against the
 * one before it. One verifier sees one list; it remembers the last seal. Not for several threads.
 */
public final class VerifySeals {
    private final KeyList keys;
    private @Nullable String previousHash;
    private @Nullable LocalDate previousDate;
    private int lines;

    /**
     * A verifier of one list.
     *
     * @param keys the published key list
     * @param after hash of the seal that the first one must follow, {@link Seal#GENESIS} for a whole chain; empty for
     *     an excerpt that may begin anywhere
     */
    public VerifySeals(KeyList keys, Optional<String> after) {
        this.keys = keys;
        this.previousHash = after.orElse(null);
    }

    /** The verdict on the next line. A seal that follows a changed one is a broken chain, however good by itself. */
    public SealVerdict verify(String line) {
        lines++;
        Optional<SealReader.Read> read = SealReader.read(line);
        if (read.isEmpty()) {
            // Nothing can follow what cannot be read; the next seal must say so.
            previousHash = "";
            return new SealVerdict(lines, null, null, null, SealFault.MALFORMED);
        }
        return verify(read.get());
    }

    private SealVerdict verify(SealReader.Read read) {
        String hash = Seal.hashOf(read.seal().document());
        SealVerdict.Follows follows = follows(read);
        SealFault fault = faultOfItself(read, hash).or(() -> faultOfPlace(read, follows)).orElse(null);
        previousHash = hash;
        previousDate = read.businessDate();
        return new SealVerdict(lines, read.businessDate(), hash, follows, fault);
    }

    private SealVerdict.@Nullable Follows follows(SealReader.Read read) {
        boolean first = read.previous().equals(Seal.GENESIS);
        if (previousHash == null) {
            return first ? SealVerdict.Follows.GENESIS : SealVerdict.Follows.NOT_SHOWN;
        }
        if (!previousHash.equals(read.previous())) {
            return null;
        }
        return first ? SealVerdict.Follows.GENESIS : SealVerdict.Follows.PREVIOUS;
    }

    private Optional<SealFault> faultOfItself(SealReader.Read read, String hash) {
        if (!read.canonical()) {
            return Optional.of(SealFault.NOT_CANONICAL);
        }
        if (!hash.equals(read.seal().hash())) {
            return Optional.of(SealFault.DOCUMENT_CHANGED);
        }
        return faultOfSignature(read, keys.find(read.keyId()));
    }

    /** Ids are short, so several keys may share one: it is enough that one of them signed. */
    private static Optional<SealFault> faultOfSignature(SealReader.Read read, List<TrustedKey> candidates) {
        if (candidates.isEmpty()) {
            return Optional.of(SealFault.UNKNOWN_KEY);
        }
        byte[] signature = HexFormat.of().parseHex(read.seal().signature());
        byte[] message = Seal.signedBytes(read.seal().hash());
        Optional<TrustedKey> signer = candidates.stream()
                .filter(key -> key.key().verifies(signature, message))
                .findFirst();
        if (signer.isEmpty()) {
            return Optional.of(SealFault.WRONG_SIGNATURE);
        }
        if (signer.get().status() == KeyStatus.COMPROMISED) {
            return Optional.of(SealFault.COMPROMISED_KEY);
        }
        return signer.get().maySignAt(read.sealedAt())
                ? Optional.empty() : Optional.of(SealFault.KEY_OUT_OF_WINDOW);
    }

    private Optional<SealFault> faultOfPlace(SealReader.Read read, SealVerdict.@Nullable Follows follows) {
        LocalDate expected = previousDate == null ? read.businessDate() : previousDate.plusDays(1);
        if (read.businessDate().isBefore(expected)) {
            return Optional.of(SealFault.DAY_OUT_OF_ORDER);
        }
        if (read.businessDate().isAfter(expected)) {
            return Optional.of(SealFault.MISSING_DAY);
        }
        return follows == null ? Optional.of(SealFault.BROKEN_CHAIN) : Optional.empty();
    }
}
