package vn.phopay.web.check;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.identity.MerchantId;
import vn.phopay.safety.CheckHistory;
import vn.phopay.safety.DueChecks;
import vn.phopay.safety.ReadChecks;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** The page of the morning check, empty or with the faults of what was sent. */
public final class CheckPage {
    private final DueChecks due;
    private final ReadChecks checks;
    private final PageKit kit;

    /** Shows what {@code due} and {@code checks} tell. */
    public CheckPage(DueChecks due, ReadChecks checks, PageKit kit) {
        this.due = due;
        this.checks = checks;
        this.kit = kit;
    }

    /**
     * What the template shows.
     *
     * @param form what was sent
     * @param attempt the key of the next attempt
     * @param reminder the shop's codes and which are due
     * @param streak days in a row with a green check
     * @param history the last 30 days
     */
    public record Model(
            Form form, UUID attempt, DueChecks.Reminder reminder, int streak, CheckHistory history) {}

    Reply show(int status, Call call, SqlConnection transaction, Form form) {
        MerchantId merchant = Visitor.requireOwner(call);
        Model model = new Model(
                form,
                UUID.randomUUID(),
                Future.await(due.of(transaction, merchant)),
                Future.await(checks.streak(transaction, merchant, Optional.empty())),
                Future.await(checks.history(transaction, merchant)));
        return kit.page(status, kit.view(call), "check/check", model);
    }
}
