package vn.phopay.web.register;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import vn.phopay.access.Password;
import vn.phopay.access.PasswordHasher;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.PreparedEndpoint;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;
import vn.phopay.identity.MerchantId;
import vn.phopay.registration.AnswerFault;
import vn.phopay.registration.Answers;
import vn.phopay.registration.CheckAnswers;
import vn.phopay.registration.Draft;
import vn.phopay.registration.Screen;
import vn.phopay.registration.SubmitDraft;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/**
 * POST /ho-tro-dang-ky/nhap/{draft}/gui: registers a shop for its owner, with a password that nobody knows: she chooses
 * her own by a link.
 */
public final class PostAssistedRegistration implements PreparedEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(Lane.ASSISTED_DRAFT + "/gui", Access.REGISTRARS);
    private static final int CONFLICT = 409;

    private final SaveScreen save;
    private final SubmitDraft submit;
    private final PasswordHasher hasher;
    private final SecureRandom random;

    /** Keeps the last screen by {@code save} and sends it by {@code submit}. */
    public PostAssistedRegistration(
            SaveScreen save, SubmitDraft submit, PasswordHasher hasher, SecureRandom random) {
        this.save = save;
        this.submit = submit;
        this.hasher = hasher;
        this.random = random;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Prepared prepare(Call call) {
        Lane lane = Lane.assisted(call);
        Form form = Form.of(call);
        Draft draft = save.pages().find(save.pool(), lane).orElseThrow(Lane::notFound);
        if (draft.merchant().isPresent()) {
            return new Refused(registered(draft.merchant().get()));
        }
        save.keep(lane, Screen.LOGIN, form);
        Answers answers = draft.answers().with(SaveScreen.typed(Screen.LOGIN, form));
        List<AnswerFault> faults = save.pages().faults(lane, Screen.LOGIN, answers);
        if (!faults.isEmpty()) {
            return new Refused(again(ScreenPages.UNPROCESSABLE, call, answers, faults));
        }
        return switch (Future.await(hasher.hash(Password.random(random)))) {
            case PasswordHasher.Hashed hash -> new Ready(transaction -> submit(transaction, call, answers, hash));
            case PasswordHasher.Overloaded(Duration wait) -> new Refused(Reply.problem(
                    ProblemCode.REQUEST_OVERLOADED, "Too many registrations at once.").retryAfter(wait));
        };
    }

    private Reply submit(SqlConnection transaction, Call call, Answers answers, PasswordHasher.Hashed hash) {
        SubmitDraft.Submission submission = new SubmitDraft.Submission(
                Lane.assisted(call).owner(), hash, PageKit.language(call), call.principal(), call.requestId());
        return switch (submit.submit(transaction, submission)) {
            case SubmitDraft.Registered done -> registered(done.merchant());
            case SubmitDraft.RegisteredBefore(MerchantId merchant) -> registered(merchant);
            case SubmitDraft.Refused(CheckAnswers.Faulty faulty) -> again(CONFLICT, call, answers, faulty.faults());
            case SubmitDraft.NoDraft none -> throw Lane.notFound();
        };
    }

    private Reply again(int status, Call call, Answers answers, List<AnswerFault> faults) {
        return save.pages().again(status, call, Lane.assisted(call),
                new ScreenPages.Shown(Screen.LOGIN, answers, faults, List.of()));
    }

    private static Reply registered(MerchantId merchant) {
        return PageKit.seeOther(GetAssistedShop.address(merchant), "register.assisted");
    }
}
