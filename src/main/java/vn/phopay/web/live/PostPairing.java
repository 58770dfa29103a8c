package vn.phopay.web.live;

import static io.vertx.core.Future.await;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.Optional;
import vn.phopay.access.ListenerPhones;
import vn.phopay.access.ListenerPhones.Paired;
import vn.phopay.access.PhoneNumber;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.PreparedEndpoint;
import vn.phopay.http.Reply;
import vn.phopay.http.access.SessionCookie;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/**
 * POST /may-nghe: pairs this phone by a link's secret, or by the shop's number and a code. A try at a code is counted
 * before the transaction begins, so that it stays counted although the answer is a refusal.
 */
public final class PostPairing implements PreparedEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(GetPairingPage.PATH, Access.ANYONE);
    private static final int UNPROCESSABLE = 422;
    private static final int PHONE_LENGTH_MAX = 20;
    private static final int CODE_LENGTH_MAX = 12;
    /** Browsers keep no cookie longer; the session behind it ends earlier where the phone does not listen. */
    private static final Duration COOKIE_LIFE = Duration.ofDays(400);

    private final ListenerPhones phones;
    private final PageKit kit;
    private final SessionCookie cookie;
    private final Pool pool;

    /** Pairs phones of {@code phones}. */
    PostPairing(ListenerPhones phones, PageKit kit, SessionCookie cookie, Pool pool) {
        this.phones = phones;
        this.kit = kit;
        this.cookie = cookie;
        this.pool = pool;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Prepared prepare(Call call) {
        if (GetPairingPage.isTaken(call)) {
            return new Refused(page(call, PairingModel.ofTaken()));
        }
        Form form = Form.of(call);
        String link = form.typed(GetPairingPage.LINK);
        if (!link.isEmpty()) {
            return ListenerPhones.linkHash(link)
                    .<Prepared>map(hash -> new Ready(transaction -> pair(call, transaction, hash)))
                    .orElseGet(() -> new Refused(over(call)));
        }
        Optional<String> phone = form.read("phone", "live.pair.phone.wrong",
                text -> Optional.of(text).filter(typed -> typed.length() <= PHONE_LENGTH_MAX
                        && PhoneNumber.parse(typed).isPresent()));
        String code = form.text("code", CODE_LENGTH_MAX);
        if (!form.isGood()) {
            return new Refused(page(call, PairingModel.ofForm(false, form)));
        }
        Optional<Buffer> hash = await(phones.tryCode(pool, phone.orElseThrow(), code));
        if (hash.isEmpty()) {
            form.fail("code", "live.pair.code.wrong");
            return new Refused(page(call, PairingModel.ofForm(false, form)));
        }
        return new Ready(transaction -> pair(call, transaction, hash.get()));
    }

    private Reply pair(Call call, SqlConnection transaction, Buffer linkHash) {
        Optional<Paired> paired = phones.pair(transaction, linkHash, call.requestId());
        return paired.map(phone -> PageKit.seeOther("/truc-tiep", "live.paired")
                        .with("set-cookie", cookie.set(phone.token(), COOKIE_LIFE)))
                .orElseGet(() -> over(call));
    }

    private Reply over(Call call) {
        return page(call, PairingModel.ofForm(true, Form.empty()));
    }

    private Reply page(Call call, PairingModel model) {
        return kit.page(UNPROCESSABLE, kit.view(call), "live/pair", model);
    }
}
