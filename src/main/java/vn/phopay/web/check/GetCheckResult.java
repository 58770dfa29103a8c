package vn.phopay.web.check;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.SelfCheckId;
import vn.phopay.merchant.Outlet;
import vn.phopay.merchant.OutletStore;
import vn.phopay.safety.DueChecks;
import vn.phopay.safety.ReadChecks;
import vn.phopay.safety.SelfCheck;
import vn.phopay.web.PageKit;

/** GET /kiem-tra-sang/ket-qua/{id}: what came out of a check, filling the screen; an owner's own only. */
public final class GetCheckResult implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/kiem-tra-sang/ket-qua/{id}", Access.OWNER);

    private final ReadChecks checks;
    private final DueChecks due;
    private final Help help;
    private final PageKit kit;

    /**
     * What an alarm offers.
     *
     * @param outlets where the owner's shops are found, so that one tap can report
     * @param hotline the number to call
     */
    public record Help(OutletStore outlets, String hotline) {}

    /** Shows what {@code checks} hold and what is still {@code due}. */
    public GetCheckResult(ReadChecks checks, DueChecks due, Help help, PageKit kit) {
        this.checks = checks;
        this.due = due;
        this.help = help;
        this.kit = kit;
    }

    /**
     * What the template shows.
     *
     * @param check the check
     * @param streak days in a row on which this code was green; 0 where the check is of none
     * @param left codes that are still due
     * @param hotline the number to call
     * @param outlet the shop's only outlet, for a report by one tap
     * @param submission the key of that report
     */
    public record Model(
            SelfCheck check, int streak, int left, String hotline, Optional<Outlet> outlet, UUID submission) {
        /** The shape that tells the verdict without colours: a symbol of {@code icons.svg}. */
        public String icon() {
            return switch (check.verdict().tone()) {
                case GOOD -> "good";
                case DANGER -> "bad";
                case RETIRED -> "warn";
                case UNSURE -> "unknown";
            };
        }
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        MerchantId merchant = Visitor.requireOwner(call);
        SelfCheck check = SelfCheckId.parse(call.path("id"))
                .flatMap(id -> Future.await(checks.find(transaction, merchant, id)))
                .orElseThrow(() -> new ProblemException(ProblemCode.REQUEST_NOT_FOUND, "There is no such check."));
        int streak = check.code()
                .map(code -> Future.await(checks.streak(transaction, merchant, Optional.of(code.id()))))
                .orElse(0);
        List<Outlet> outlets = Future.await(help.outlets().list(transaction, merchant));
        Model model = new Model(
                check,
                streak,
                Future.await(due.of(transaction, merchant)).dueCount(),
                help.hotline(),
                outlets.size() == 1 ? Optional.of(outlets.getFirst()) : Optional.empty(),
                UUID.randomUUID());
        return kit.page(kit.view(call), "check/result", model);
    }
}
