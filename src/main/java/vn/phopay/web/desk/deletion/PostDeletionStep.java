package vn.phopay.web.desk.deletion;

import io.vertx.sqlclient.SqlConnection;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.profile.DecideDeletion;
import vn.phopay.profile.Deletion;
import vn.phopay.profile.DeletionStore;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.web.desk.Desk;
import vn.phopay.web.desk.Shown;

/** POST /yeu-cau-xoa/{id}: proposes to carry a wish out, carries it out as the second person, or refuses it. */
public final class PostDeletionStep implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(DeletionPath.REQUEST, Access.REGISTRARS);
    private static final String WHOLE = "decision";

    private final DecideDeletion decide;
    private final DeletionStore store;
    private final DeletionPage page;

    /** Decides by {@code decide} about a wish of {@code store}; faults are shown on {@code page}. */
    public PostDeletionStep(DecideDeletion decide, DeletionStore store, DeletionPage page) {
        this.decide = decide;
        this.store = store;
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        DeletionStore.Item item = DeletionPath.item(store, call, transaction);
        Form form = Form.of(call);
        Optional<DecideDeletion.Action> action = Arrays.stream(DecideDeletion.Action.values())
                .filter(one -> one.name().equals(form.typed("action")))
                .findFirst();
        if (action.isEmpty()) {
            form.fail(WHOLE, "deletion.fault.action");
        }
        String note = form.text("note", Deletion.REASON_LENGTH_MAX);
        if (!form.isGood()) {
            return page.page(call, transaction, item, Shown.again(form));
        }
        DecideDeletion.Outcome outcome = decide.decide(transaction,
                new DecideDeletion.Decision(item.deletion().id(), action.get(), note), Desk.caller(call));
        return outcome instanceof DecideDeletion.Decided
                ? PageKit.seeOther(DeletionPath.of(item.deletion().id()),
                        "deletion." + action.get().name().toLowerCase(Locale.ROOT))
                : refused(call, transaction, form, outcome);
    }

    private Reply refused(Call call, SqlConnection transaction, Form form, DecideDeletion.Outcome outcome) {
        switch (outcome) {
            case DecideDeletion.Decided done -> throw new IllegalStateException("it was decided");
            case DecideDeletion.NotFound none -> throw Desk.notFound();
            case DecideDeletion.WrongState state -> form.fail(WHOLE, "deletion.fault.wrongState");
            case DecideDeletion.NoProposal none -> form.fail(WHOLE, "deletion.fault.noProposal");
            case DecideDeletion.SecondPersonNeeded same -> form.fail(WHOLE, "deletion.fault.samePerson");
            case DecideDeletion.TooEarly early -> form.fail(WHOLE, "deletion.fault.early");
            case DecideDeletion.CasesOpen(long cases) -> form.fail(WHOLE, "deletion.fault.cases", cases);
        }
        return page.page(call, transaction, DeletionPath.item(store, call, transaction), Shown.conflict(form));
    }
}
