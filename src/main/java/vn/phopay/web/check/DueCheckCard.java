package vn.phopay.web.check;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import vn.phopay.identity.MerchantId;
import vn.phopay.registration.FirstPaymentPath;
import vn.phopay.registration.PathToFirstPayment;
import vn.phopay.safety.DueChecks;
import vn.phopay.web.View;
import vn.phopay.web.today.TodayCard;

/**
 * Reminds the owner of codes that nobody looked at for a day or more, and of new ones that nobody ever did; not while
 * the way to the first payment asks for just that.
 */
public final class DueCheckCard implements TodayCard.Source {
    private final DueChecks due;
    private final PathToFirstPayment path = new PathToFirstPayment();

    /** Reminds of what is {@code due}. */
    public DueCheckCard(DueChecks due) {
        this.due = due;
    }

    @Override
    public List<TodayCard> cards(SqlConnection transaction, MerchantId merchant, View view) {
        DueChecks.Reminder reminder = Future.await(due.of(transaction, merchant));
        return reminder.dueCount() == 0 || isAskedForAlready(transaction, merchant)
                ? List.of()
                : List.of(new TodayCard("warn", view.text("check.reminder." + reminder.state()),
                        view.text("check.reminder.text", reminder.dueCount()), "/kiem-tra-sang",
                        view.text("check.reminder.button")));
    }

    private boolean isAskedForAlready(SqlConnection transaction, MerchantId merchant) {
        return Future.await(path.read(transaction, merchant))
                .flatMap(FirstPaymentPath::now)
                .filter(step -> step == FirstPaymentPath.Step.CHECKED)
                .isPresent();
    }
}
