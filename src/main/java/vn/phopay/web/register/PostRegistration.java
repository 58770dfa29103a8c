package vn.phopay.web.register;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.phopay.access.LogIn;
import vn.phopay.access.LogInResult;
import vn.phopay.access.PasswordHasher;
import vn.phopay.access.PhoneNumber;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.PreparedEndpoint;
import vn.phopay.http.Reply;
import vn.phopay.http.access.SessionCookie;
import vn.phopay.identity.MerchantId;
import vn.phopay.registration.AnswerFault;
import vn.phopay.registration.Answers;
import vn.phopay.registration.CheckAnswers;
import vn.phopay.registration.Draft;
import vn.phopay.registration.DraftOwner;
import vn.phopay.registration.Question;
import vn.phopay.registration.Screen;
import vn.phopay.registration.SubmitDraft;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/**
 * POST /dang-ky/gui: sends this phone's registration and logs its owner in. Sent twice, it registers once: the second
 * answer is the first one's, for whoever typed the same password.
 */
public final class PostRegistration implements PreparedEndpoint {
    static final String DONE = Lane.OWN + "/xong";

    private static final EndpointSpec SPEC = EndpointSpec.form(Lane.OWN + "/gui", Access.ANYONE);
    private static final int CONFLICT = 409;
    private static final int UNAVAILABLE = 503;

    private final SaveScreen save;
    private final Parts parts;
    private final Clock clock;

    /** What sending works with. */
    public record Parts(SubmitDraft submit, PasswordHasher hasher, LogIn logIn, SessionCookie cookie) {}

    /** Keeps the last screen by {@code save} and sends it. */
    public PostRegistration(SaveScreen save, Parts parts, Clock clock) {
        this.save = save;
        this.parts = parts;
        this.clock = clock;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Prepared prepare(Call call) {
        Form form = Form.of(call);
        Optional<DraftOwner.Phone> owner = DraftCookie.owner(call);
        Optional<Draft> draft = owner.flatMap(phone -> save.pages().find(save.pool(), Lane.own(phone)));
        if (draft.isEmpty()) {
            return new Refused(PageKit.seeOther(call.caller() == null ? Lane.OWN : DONE));
        }
        Lane lane = Lane.own(owner.orElseThrow());
        if (draft.get().merchant().isPresent()) {
            return new Ready(transaction -> logInAgain(transaction, form));
        }
        save.keep(lane, Screen.LOGIN, form);
        Answers answers = draft.get().answers().with(SaveScreen.typed(Screen.LOGIN, form));
        List<AnswerFault> faults = save.pages().faults(lane, Screen.LOGIN, answers);
        PasswordField password = PasswordField.read(form);
        if (!faults.isEmpty() || password.password().isEmpty()) {
            ScreenPages.Shown shown = new ScreenPages.Shown(Screen.LOGIN, answers, faults, password.faults());
            return new Refused(save.pages().again(ScreenPages.UNPROCESSABLE, call, lane, shown));
        }
        return switch (Future.await(parts.hasher().hash(password.password().get()))) {
            case PasswordHasher.Hashed hash ->
                new Ready(transaction -> submit(transaction, new Sending(call, lane, answers, form), hash));
            case PasswordHasher.Overloaded(Duration wait) ->
                new Refused(busy(call, lane, answers).retryAfter(wait));
        };
    }

    private record Sending(Call call, Lane lane, Answers answers, Form form) {}

    private Reply submit(SqlConnection transaction, Sending sending, PasswordHasher.Hashed hash) {
        Call call = sending.call();
        SubmitDraft.Submission submission = new SubmitDraft.Submission(
                sending.lane().owner(), hash, PageKit.language(call), null, call.requestId());
        return switch (parts.submit().submit(transaction, submission)) {
            case SubmitDraft.Registered(MerchantId merchant, PhoneNumber phone) ->
                done(Future.await(parts.logIn().on(transaction).open(phone, hash)));
            case SubmitDraft.RegisteredBefore(MerchantId merchant) -> logInAgain(transaction, sending.form());
            case SubmitDraft.Refused(CheckAnswers.Faulty faulty) -> save.pages().again(
                    CONFLICT, call, sending.lane(),
                    new ScreenPages.Shown(Screen.LOGIN, sending.answers(), faulty.faults(), List.of()));
            case SubmitDraft.NoDraft none -> GetRegisterStart.begin();
        };
    }

    /** Whoever sends again what was sent proves by the password that it was him; else he may log in as everybody. */
    private Reply logInAgain(SqlConnection transaction, Form form) {
        return done(Future.await(parts.logIn().on(transaction).logIn(
                form.typed(Question.PHONE.key()), form.typed(PasswordField.NAME))));
    }

    private Reply done(LogInResult result) {
        if (result instanceof LogInResult.LoggedIn session) {
            Duration life = Duration.between(clock.instant(), session.expiresAt());
            return PageKit.seeOther(DONE).with("set-cookie", parts.cookie().set(session.token(), life));
        }
        return PageKit.seeOther("/dang-nhap?tiep=" + PageKit.encode(DONE), "register.before");
    }

    private Reply busy(Call call, Lane lane, Answers answers) {
        Form.Fault busy = new Form.Fault(PasswordField.NAME, "register.fault.busy", List.of());
        ScreenPages.Shown shown = new ScreenPages.Shown(Screen.LOGIN, answers, List.of(), List.of(busy));
        return save.pages().again(UNAVAILABLE, call, lane, shown);
    }
}
