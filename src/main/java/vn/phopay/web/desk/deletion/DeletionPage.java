package vn.phopay.web.desk.deletion;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.Optional;
import vn.phopay.access.Authority;
import vn.phopay.access.StaffDirectory;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.identity.StaffId;
import vn.phopay.profile.Deletion;
import vn.phopay.profile.DeletionStore;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.web.desk.Shown;

/** One wish to be forgotten as staff look at it. */
public final class DeletionPage {
    private final DeletionStore store;
    private final StaffDirectory directory;
    private final Clock clock;
    private final PageKit kit;

    /** A page of a wish of {@code store}, with names of {@code directory}. */
    public DeletionPage(DeletionStore store, StaffDirectory directory, Clock clock, PageKit kit) {
        this.store = store;
        this.directory = directory;
        this.clock = clock;
        this.kit = kit;
    }

    /**
     * What the template shows.
     *
     * @param item the wish
     * @param proposer who proposed to carry it out; empty where nobody did
     * @param cases how many cases about its money still need a person
     * @param rights what the reader may do
     * @param form what was typed
     */
    public record Model(DeletionStore.Item item, String proposer, long cases, Rights rights, Form form) {
        /** Where it is looked at. */
        public String address() {
            return DeletionPath.of(item.deletion().id());
        }
    }

    /**
     * What the reader may do.
     *
     * @param decides whether he decides at all
     * @param own whether he proposed it, so that another one must carry it out
     * @param due whether its day has come
     */
    public record Rights(boolean decides, boolean own, boolean due) {}

    /** The page of {@code item}, which the caller may see. */
    Reply page(Call call, SqlConnection transaction, DeletionStore.Item item, Shown shown) {
        Deletion deletion = item.deletion();
        Optional<Deletion.Proposal> proposal = deletion.proposal();
        String proposer = proposal
                .flatMap(one -> Future.await(directory.nameOf(transaction, new StaffId(one.by()))))
                .orElse("");
        Rights rights = new Rights(
                Authority.mayDecideAboutMerchant(call.principal(), item.districtCodes()),
                proposal.filter(one -> one.by().equals(call.principal().subjectId())).isPresent(),
                !clock.instant().isBefore(deletion.times().dueAt()));
        long cases = Future.await(store.openCases(transaction, deletion.merchant()));
        return kit.page(shown.status(), kit.view(call), "desk/deletion",
                new Model(item, proposer, cases, rights, shown.form()));
    }
}
