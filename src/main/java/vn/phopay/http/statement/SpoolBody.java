package vn.phopay.http.statement;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;
import vn.phopay.http.BodyStream;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;

/**
 * Writes a body to a file as it comes in, holding the client back where the disk is slower. Fails with
 * {@link ProblemException} where it is too long, or where a look at its beginning refuses it: nobody has to send a
 * gigabyte to hear that its first line is wrong.
 */
final class SpoolBody implements BodyStream.Taker {
    /** How much is taken before the beginning is looked at. */
    static final int LOOK_BYTES = 1024 * 1024;

    private final BodyStream body;
    private final AsyncFile file;
    private final long bytesMax;
    private final Supplier<Future<Void>> look;
    private final MessageDigest digest = sha256();
    private final Promise<Spooled> done = Promise.promise();
    private long received;
    private boolean looked;
    private boolean looking;
    private Future<Void> written = Future.succeededFuture();

    private SpoolBody(BodyStream body, AsyncFile file, long bytesMax, Supplier<Future<Void>> look) {
        this.body = body;
        this.file = file;
        this.bytesMax = bytesMax;
        this.look = look;
    }

    /** What was received. */
    @SuppressWarnings("ArrayRecordComponent")
    record Spooled(long sizeBytes, byte[] sha256) {}

    /** Takes {@code body} into {@code file}, which is synced and closed then; {@code look} refuses by failing. */
    static Future<Spooled> receive(BodyStream body, AsyncFile file, long bytesMax, Supplier<Future<Void>> look) {
        SpoolBody spool = new SpoolBody(body, file, bytesMax, look);
        file.exceptionHandler(spool::fail);
        body.start(spool);
        return spool.done.future().eventually(file::close);
    }

    @Override
    public void take(Buffer piece) {
        if (done.future().isComplete()) {
            return;
        }
        received += piece.length();
        if (received > bytesMax) {
            fail(new ProblemException(ProblemCode.REQUEST_TOO_LARGE, "At most " + bytesMax + " bytes are taken."));
            return;
        }
        digest.update(piece.getBytes());
        written = Future.all(written, file.write(piece).onFailure(this::fail)).mapEmpty();
        if (!looked && received >= LOOK_BYTES) {
            looked = true;
            looking = true;
            body.pause();
            synced().compose(synced -> look.get()).onFailure(this::fail).onSuccess(fine -> {
                looking = false;
                body.resume();
            });
        } else if (file.writeQueueFull()) {
            body.pause();
            file.drainHandler(drained -> goOn());
        }
    }

    /** A flush does not wait for writes that are under way; whoever reads the file then would miss its end. */
    private Future<Void> synced() {
        return written.compose(all -> file.flush());
    }

    /** A file that drains while its beginning is looked at must not let the rest come in. */
    private void goOn() {
        if (!looking) {
            body.resume();
        }
    }

    @Override
    public void end() {
        if (done.future().isComplete()) {
            return;
        }
        synced()
                .compose(synced -> looked ? Future.succeededFuture() : look.get())
                .onFailure(this::fail)
                .onSuccess(fine -> done.tryComplete(new Spooled(received, digest.digest())));
    }

    @Override
    public void fail(Throwable why) {
        done.tryFail(why);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
