package vn.phopay.http.statement;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import vn.phopay.bank.BankDirectory;
import vn.phopay.bank.standard.StandardDialect;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.http.Access;
import vn.phopay.http.BodyStream;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Problem;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.http.statement.SpoolBody.Spooled;
import vn.phopay.http.statement.StatementSender.Sender;
import vn.phopay.identity.IdSource;
import vn.phopay.statement.PeekStatement;
import vn.phopay.statement.ReceiveStatement;
import vn.phopay.statement.ReceivedFile;
import vn.phopay.statement.SpoolDirectory;
import vn.phopay.statement.StatementFile;
import vn.phopay.statement.StatementFile.Format;

/**
 * {@code POST /api/v1/banks/{code}/statements}: takes a statement file, streamed to disk and synced; answered 202 once
 * it is ours to import. The order of work: room, type, sender, body with a look at its beginning, digest, row.
 */
public final class PostStatement implements Endpoint {
    private static final EndpointSpec SPEC =
            EndpointSpec.upload("/api/v1/banks/{code}/statements", Access.ANYONE);
    private static final String IDENTITY = "identity";
    private static final String FILE_PERMISSIONS = "rw-------";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);
    /** Left free on the disk for the database and everybody else. */
    private static final long ROOM_BYTES_MIN = 256L * 1024 * 1024;

    private final Parts parts;
    private final Limits limits;
    private final StatementSender senders;
    private final AtomicInteger running = new AtomicInteger();

    /** What an upload needs. */
    public record Parts(
            Vertx vertx, VirtualThreads threads, SpoolDirectory spool, ReceiveStatement receive, IdSource ids) {}

    /**
     * What bounds uploads.
     *
     * @param bytesMax longest file
     * @param uploadsMax most uploads at a time
     */
    public record Limits(long bytesMax, int uploadsMax) {}

    /** Takes statements of {@code banks}, signed as {@code dialect} signs. */
    public PostStatement(Parts parts, BankDirectory banks, StandardDialect dialect, Limits limits) {
        this.parts = parts;
        this.limits = limits;
        this.senders = new StatementSender(banks, dialect);
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Optional<Reply> refuseEarly(Map<String, String> pathParameters) {
        return running.get() < limits.uploadsMax() ? Optional.empty() : Optional.of(overloaded(
                "Other statements are being uploaded."));
    }

    @Override
    public Future<Reply> handle(Call call) {
        Format format = format(call);
        checkLength(call);
        Optional<byte[]> digest = StatementSender.digest(call);
        BodyStream body = Optional.ofNullable(call.stream()).orElseThrow();
        return senders.identify(call)
                .compose(sender -> parts.vertx().executeBlocking(() -> parts.spool().usableBytes())
                        .compose(free -> free < limits.bytesMax() + ROOM_BYTES_MIN
                                ? Future.succeededFuture(overloaded("There is no room for a statement."))
                                : spool(new Visit(call, format, sender, digest), body)));
    }

    private record Visit(Call call, Format format, Sender sender, Optional<byte[]> digest) {}

    private Future<Reply> spool(Visit visit, BodyStream body) {
        if (running.incrementAndGet() > limits.uploadsMax()) {
            running.decrementAndGet();
            return Future.succeededFuture(overloaded("Other statements are being uploaded."));
        }
        Path file = parts.spool().receiving(parts.ids().next());
        return parts.vertx().fileSystem()
                .open(file.toString(), new OpenOptions().setRead(false).setCreateNew(true).setPerms(FILE_PERMISSIONS))
                .compose(open -> SpoolBody.receive(body, open, limits.bytesMax(), () -> look(visit.format, file)))
                .compose(spooled -> keep(visit, file, spooled))
                .onFailure(fault -> parts.vertx().executeBlocking(() -> {
                    parts.spool().discard(file);
                    return null;
                }))
                .onComplete(ended -> running.decrementAndGet());
    }

    private Future<Void> look(Format format, Path file) {
        return parts.vertx().executeBlocking(() -> PeekStatement.refusal(new StatementFile(file, format, "")))
                .compose(refusal -> refusal
                        .<Future<Void>>map(refused -> Future.failedFuture(new ProblemException(new Problem(
                                ProblemCode.STATEMENT_UNREADABLE,
                                "The file was not kept. At " + refused.place() + ": " + refused.detail() + ".",
                                List.of(new Problem.FieldError(refused.place(), refused.detail()))))))
                        .orElseGet(Future::succeededFuture));
    }

    private Future<Reply> keep(Visit visit, Path file, Spooled spooled) {
        boolean differs = visit.digest.filter(told -> !MessageDigest.isEqual(told, spooled.sha256())).isPresent();
        if (differs) {
            return Future.failedFuture(new ProblemException(ProblemCode.STATEMENT_DIGEST_MISMATCH,
                    "Content-Digest is not the SHA-256 of what was received; nothing was kept."));
        }
        Sender sender = visit.sender;
        ReceivedFile received = new ReceivedFile(sender.bank().code(), visit.format, spooled.sha256(),
                spooled.sizeBytes(), visit.call.receivedAt(), sender.staff(), sender.key());
        return parts.threads().call(() -> parts.receive().receive(file, received, sender.actor()))
                .map(kept -> Reply.json(202, new JsonObject().put("id", kept.id().toString()))
                        .with("location", "/api/v1/statements/" + kept.id()));
    }

    private static Format format(Call call) {
        String encoding = call.header("content-encoding").orElse(IDENTITY);
        if (!IDENTITY.equalsIgnoreCase(encoding)) {
            throw new ProblemException(ProblemCode.REQUEST_MEDIA_TYPE,
                    "Send the file as it is, without Content-Encoding.");
        }
        String type = call.header("content-type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "application/xml", "text/xml" -> Format.CAMT;
            case "text/csv" -> Format.CSV;
            default -> throw new ProblemException(ProblemCode.REQUEST_MEDIA_TYPE,
                    "Send application/xml (camt.053, camt.054) or text/csv, uncompressed.");
        };
    }

    private void checkLength(Call call) {
        String length = call.header("content-length").orElse("0");
        boolean tooLong = length.length() > 18 || !length.chars().allMatch(Character::isDigit)
                || Long.parseLong(length) > limits.bytesMax();
        if (tooLong) {
            throw new ProblemException(ProblemCode.REQUEST_TOO_LARGE,
                    "At most " + limits.bytesMax() + " bytes are taken.");
        }
    }

    private static Reply overloaded(String detail) {
        return Reply.problem(ProblemCode.REQUEST_OVERLOADED, detail).retryAfter(RETRY_AFTER);
    }
}
