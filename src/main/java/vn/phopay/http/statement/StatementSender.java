package vn.phopay.http.statement;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.Principal;
import vn.phopay.access.Role;
import vn.phopay.bank.Bank;
import vn.phopay.bank.BankDirectory;
import vn.phopay.bank.CallbackRequest;
import vn.phopay.bank.Dialect.Authentication.Authentic;
import vn.phopay.bank.standard.StandardDialect;
import vn.phopay.http.Call;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;

/**
 * Who sends a statement: a member of staff by session, or the bank by signature. A bank signs
 * {@code webhook-id.webhook-timestamp.} and the value of its {@code Content-Digest} header (RFC 9530) instead of the
 * body, so that a stranger is turned away before a gigabyte was taken, whatever the algorithm; the digest is held
 * against the body at its end.
 */
final class StatementSender {
    private static final Pattern SHA_256 = Pattern.compile("sha-256=:([A-Za-z0-9+/]{43}=):");
    private static final String CONTENT_DIGEST = "content-digest";

    private final BankDirectory banks;
    private final StandardDialect dialect;

    StatementSender(BankDirectory banks, StandardDialect dialect) {
        this.banks = banks;
        this.dialect = dialect;
    }

    /** Who sends for which bank. */
    record Sender(Bank bank, AuditEntry.Actor actor, @Nullable UUID staff, @Nullable UUID key) {}

    /** The digest that the sender tells of its body, where it tells one; refuses one in any other form. */
    static Optional<byte[]> digest(Call call) {
        return call.header(CONTENT_DIGEST).map(value -> {
            Matcher matcher = SHA_256.matcher(value);
            if (!matcher.matches()) {
                throw new ProblemException(ProblemCode.REQUEST_INVALID,
                        "Content-Digest must be sha-256=:<base64 of 32 bytes>: (RFC 9530).");
            }
            return Base64.getDecoder().decode(matcher.group(1));
        });
    }

    /** Fails with {@link ProblemException} where the bank is unknown, or the sender is neither staff nor the bank. */
    Future<Sender> identify(Call call) {
        Optional<Sender> known = banks.find(call.path("code")).flatMap(bank -> identify(call, bank));
        // The bank or its key may have been made on another instance a moment ago.
        return known.map(Future::succeededFuture)
                .orElseGet(() -> banks.refreshBeforeRefusal().map(read -> {
                    Bank bank = banks.find(call.path("code")).orElseThrow(() ->
                            new ProblemException(ProblemCode.BANK_UNKNOWN, "No bank has this code."));
                    return identify(call, bank).orElseThrow(() -> new ProblemException(
                            ProblemCode.BANK_SIGNATURE_REFUSED,
                            "Send a session of staff, or the bank's signature over its Content-Digest."));
                }));
    }

    private Optional<Sender> identify(Call call, Bank bank) {
        Principal caller = call.caller();
        if (caller != null) {
            if (caller.role() != Role.REGISTRAR && caller.role() != Role.ADMIN) {
                throw new ProblemException(ProblemCode.AUTH_FORBIDDEN, "Your role may not make this call.");
            }
            return Optional.of(new Sender(bank, AuditEntry.Actor.of(caller, call.requestId()), caller.subjectId(),
                    null));
        }
        String digest = call.header(CONTENT_DIGEST).orElse("");
        CallbackRequest signed = CallbackRequest.post(call.headers(), Buffer.buffer(digest));
        if (digest.isEmpty()
                || !(dialect.authenticate(bank.keys(), signed, call.receivedAt()) instanceof Authentic authentic)) {
            return Optional.empty();
        }
        if (bank.suspended()) {
            throw new ProblemException(ProblemCode.BANK_SUSPENDED, "This bank is suspended; nothing was kept.");
        }
        AuditEntry.Actor actor = new AuditEntry.Actor(null, "BANK", call.requestId());
        return Optional.of(new Sender(bank, actor, null, authentic.key().id().value()));
    }
}
