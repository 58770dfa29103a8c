package vn.phopay.web.profile;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.phopay.identity.MerchantId;
import vn.phopay.issuing.OldAccountCodes;
import vn.phopay.profile.Deletion;
import vn.phopay.profile.DeletionStore;
import vn.phopay.web.View;
import vn.phopay.web.today.TodayCard;

/** On the first page, loudly: codes that pay into an account given up, and a deletion that comes nearer. */
public final class ReadProfileCards implements TodayCard.Source {
    private final OldAccountCodes oldCodes;
    private final DeletionStore deletions;

    /** Reads codes to be warned about from {@code oldCodes}, wishes to be forgotten from {@code deletions}. */
    public ReadProfileCards(OldAccountCodes oldCodes, DeletionStore deletions) {
        this.oldCodes = oldCodes;
        this.deletions = deletions;
    }

    @Override
    public List<TodayCard> cards(SqlConnection transaction, MerchantId merchant, View view) {
        int old = Future.await(oldCodes.list(transaction, merchant)).size();
        Optional<Deletion> waiting = Future.await(deletions.latest(transaction, merchant)).filter(Deletion::isOpen);
        return Stream.concat(
                        old == 0 ? Stream.empty() : Stream.of(oldCodes(old, view)),
                        waiting.stream().map(deletion -> deletion(deletion, view)))
                .toList();
    }

    private static TodayCard oldCodes(int codes, View view) {
        return new TodayCard("bad", view.text("profile.old.title", codes), view.text("profile.old.text"),
                GetAccountPage.PATH + "#old-codes", view.text("profile.old.open"));
    }

    private static TodayCard deletion(Deletion deletion, View view) {
        return new TodayCard("warn", view.text("profile.deletion.title"),
                view.text("profile.deletion.waits", view.moment(deletion.times().dueAt())),
                GetDataPage.PATH, view.text("profile.deletion.open"));
    }
}
