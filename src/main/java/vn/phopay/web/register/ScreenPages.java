package vn.phopay.web.register;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.registration.AnswerFault;
import vn.phopay.registration.Answers;
import vn.phopay.registration.CheckAnswers;
import vn.phopay.registration.Draft;
import vn.phopay.registration.DraftStore;
import vn.phopay.registration.HolderName;
import vn.phopay.registration.Question;
import vn.phopay.registration.Screen;
import vn.phopay.registration.Summary;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.web.View;

/** Shows the screens of a registration and keeps what is typed on them, for owners and for helpers. */
public final class ScreenPages {
    static final int UNPROCESSABLE = 422;
    /** Asks a screen to say what is wrong with it, by the name of an {@link AnswerFault}. */
    static final String FAULT_PARAMETER = "loi";

    private static final String TEMPLATE = "register/screen";

    private final PageKit kit;
    private final DraftStore drafts;
    private final CheckAnswers check;
    private final PickLists lists;

    /** Pages by {@code kit} of what is kept in {@code drafts} and checked by {@code check}. */
    public ScreenPages(PageKit kit, DraftStore drafts, CheckAnswers check, PickLists lists) {
        this.kit = kit;
        this.drafts = drafts;
        this.check = check;
        this.lists = lists;
    }

    PageKit kit() {
        return kit;
    }

    DraftStore drafts() {
        return drafts;
    }

    /** The owner's draft; waits for it. */
    Optional<Draft> find(SqlClient client, Lane lane) {
        return Future.await(drafts.find(client, lane.owner()));
    }

    /** A screen with what was answered before, and with the fault that its address names. */
    Reply show(Call call, Lane lane, Screen screen, Answers answers) {
        Form form = form(screen, answers);
        call.queryParameter(FAULT_PARAMETER)
                .flatMap(ScreenPages::fault)
                .filter(fault -> fault.question().screen() == screen)
                .ifPresent(fault -> fail(form, fault));
        return page(200, call, new ScreenModel(screen, lane, form, List.of(), lists, summary(screen, answers)));
    }

    /** The same screen again, with what is wrong. */
    Reply again(int status, Call call, Lane lane, Shown shown) {
        Form form = form(shown.screen(), shown.answers());
        // In the order of the page: a password is asked for behind the phone number.
        List<AnswerFault> here = shown.faults().stream()
                .filter(fault -> fault.question().screen() == shown.screen())
                .toList();
        here.stream().filter(ScreenPages::standsBeforePassword).forEach(fault -> fail(form, fault));
        shown.more().forEach(fault -> form.fail(fault.field(), fault.key(), fault.arguments().toArray()));
        here.stream().filter(fault -> !standsBeforePassword(fault)).forEach(fault -> fail(form, fault));
        List<ScreenModel.Elsewhere> elsewhere = shown.faults().stream()
                .filter(fault -> fault.question().screen() != shown.screen())
                .map(fault -> new ScreenModel.Elsewhere(
                        lane.address(fault.question().screen()) + '?' + FAULT_PARAMETER + '=' + fault.name(),
                        fault.messageKey(), fault.name().endsWith("_TAKEN")))
                .toList();
        return page(status, call, new ScreenModel(
                shown.screen(), lane, form, elsewhere, lists, summary(shown.screen(), shown.answers())));
    }

    private static boolean standsBeforePassword(AnswerFault fault) {
        return fault.question().compareTo(Question.PHONE) <= 0;
    }

    private static void fail(Form form, AnswerFault fault) {
        form.fail(fault.question().key(), fault.messageKey());
    }

    /**
     * A screen that is shown again.
     *
     * @param screen which one
     * @param answers what was answered there and before
     * @param faults what is wrong with answers
     * @param more what is wrong besides, such as with the password
     */
    record Shown(Screen screen, Answers answers, List<AnswerFault> faults, List<Form.Fault> more) {}

    /** What is wrong on a screen. */
    List<AnswerFault> faults(Lane lane, Screen screen, Answers answers) {
        return check.faults(screen, answers, lane.scope());
    }

    private Reply page(int status, Call call, ScreenModel model) {
        View view = kit.view(call);
        return kit.page(status, view, TEMPLATE, model);
    }

    private @Nullable Summary summary(Screen screen, Answers answers) {
        return screen == Screen.LOGIN ? Summary.of(answers, lists.places()) : null;
    }

    private static Form form(Screen screen, Answers answers) {
        Map<String, String> keyToText = new HashMap<>();
        screen.questions().forEach(question -> keyToText.put(question.key(), answers.get(question)));
        if (screen == Screen.ACCOUNT && answers.isBlank(Question.ACCOUNT_NAME)) {
            keyToText.put(Question.ACCOUNT_NAME.key(), HolderName.guess(answers.get(Question.LEGAL_NAME)));
        }
        return Form.showing(keyToText);
    }

    private static Optional<AnswerFault> fault(String name) {
        return List.of(AnswerFault.values()).stream().filter(fault -> fault.name().equals(name)).findFirst();
    }
}
