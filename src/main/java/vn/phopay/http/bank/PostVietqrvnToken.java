package vn.phopay.http.bank;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.phopay.bank.Bank;
import vn.phopay.bank.BankDirectory;
import vn.phopay.bank.BankKey;
import vn.phopay.bank.DeliveryResult;
import vn.phopay.bank.vietqrvn.VietqrvnAnswer;
import vn.phopay.bank.vietqrvn.VietqrvnDialect;
import vn.phopay.bank.vietqrvn.VietqrvnTokens;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;

/**
 * {@code POST /api/v1/banks/{code}/vietqrvn/api/token_generate}: gives VietQR.vn a token for the next five minutes, for
 * its user and password (HTTP Basic, RFC 7617). Nothing is kept of it.
 */
public final class PostVietqrvnToken implements Endpoint {
    private final BankDirectory banks;
    private final VietqrvnTokens tokens;

    /** Gives {@code tokens} to senders among {@code banks}. */
    public PostVietqrvnToken(BankDirectory banks, VietqrvnTokens tokens) {
        this.banks = banks;
        this.tokens = tokens;
    }

    @Override
    public EndpointSpec spec() {
        return EndpointSpec.post("/api/v1/banks/{code}/" + VietqrvnDialect.TOKEN_DOOR, Access.ANYONE);
    }

    @Override
    public Future<Reply> handle(Call call) {
        String code = call.path("code");
        Optional<Reply> now = banks.find(code).flatMap(bank -> give(bank, call));
        // The bank or its key may have been made on another instance a moment ago.
        return now.map(Future::succeededFuture)
                .orElseGet(() -> banks.refreshBeforeRefusal().map(done -> giveOrRefuse(call)));
    }

    @Override
    public Reply rephrase(Reply reply, ProblemCode code, Map<String, String> pathParameters) {
        return switch (code) {
            case REQUEST_TIMED_OUT, INTERNAL_FAULT -> reply(new DeliveryResult.Unavailable());
            case REQUEST_TOO_LARGE -> reply(new DeliveryResult.TooLarge());
            default -> reply;
        };
    }

    private Reply giveOrRefuse(Call call) {
        Bank bank = banks.find(call.path("code"))
                .orElseThrow(() -> new ProblemException(ProblemCode.BANK_UNKNOWN, "No bank has this code."));
        return give(bank, call).orElseGet(() ->
                reply(new DeliveryResult.Refused()).with("www-authenticate", "Basic realm=\"vietqrvn\""));
    }

    /** Empty where user or password are wrong. */
    private Optional<Reply> give(Bank bank, Call call) {
        if (!bank.dialect().equals(VietqrvnDialect.NAME)) {
            return Optional.of(Reply.problem(ProblemCode.REQUEST_NOT_FOUND, "This bank speaks at another address."));
        }
        List<BankKey> keys = bank.keys();
        return tokens.draw(keys, call.header("authorization").orElse(null)).map(token -> bank.suspended()
                ? reply(new DeliveryResult.Suspended())
                : CallbackReply.of(VietqrvnAnswer.ofToken(token)).with("cache-control", "no-store"));
    }

    private static Reply reply(DeliveryResult result) {
        return CallbackReply.of(VietqrvnAnswer.of(result), result, Duration.ofSeconds(1));
    }
}
