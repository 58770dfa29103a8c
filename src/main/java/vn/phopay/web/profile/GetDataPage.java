package vn.phopay.web.profile;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.phopay.consent.Consent;
import vn.phopay.consent.ConsentPurpose;
import vn.phopay.consent.Consents;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.profile.Deletion;
import vn.phopay.profile.DeletionStore;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** GET /ho-so/du-lieu: take one's data along, see and change what one agreed to, and ask to be forgotten. */
public final class GetDataPage implements TransactionalEndpoint {
    static final String PATH = "/ho-so/du-lieu";

    private static final EndpointSpec SPEC = EndpointSpec.get(PATH, Access.OWNER);

    private final DeletionStore deletions;
    private final Consents consents;
    private final PageKit kit;

    /** Reads wishes from {@code deletions} and agreement from {@code consents}. */
    public GetDataPage(DeletionStore deletions, Consents consents, PageKit kit) {
        this.deletions = deletions;
        this.consents = consents;
        this.kit = kit;
    }

    /**
     * What the page shows.
     *
     * @param form the field of the password for the download
     * @param consents each purpose, and how the owner stands to it
     * @param deletion the last wish to be forgotten
     */
    public record Model(Form form, List<ConsentCard> consents, Optional<Deletion> deletion) {
        /** Whether a wish waits. */
        public boolean deletionWaits() {
            return deletion.filter(Deletion::isOpen).isPresent();
        }
    }

    /**
     * A purpose.
     *
     * @param purpose which one
     * @param given whether agreement holds
     * @param at since when it stands so, where the owner was ever asked
     * @param textVersion the wording that it was about
     */
    public record ConsentCard(ConsentPurpose purpose, boolean given, Optional<Instant> at, String textVersion) {
        static ConsentCard of(ConsentPurpose purpose, List<Consent> current) {
            Optional<Consent> last =
                    current.stream().filter(consent -> consent.purpose() == purpose).findFirst();
            return new ConsentCard(
                    purpose,
                    last.filter(Consent::isGiven).isPresent(),
                    last.map(Consent::at),
                    last.map(Consent::textVersion).orElse(purpose.version()));
        }
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return page(200, call, transaction, Form.empty());
    }

    /** The page with a form of its own. */
    Reply page(int status, Call call, SqlConnection transaction, Form form) {
        List<Consent> current = Future.await(consents.current(transaction, Own.merchant(call)));
        Model model = new Model(
                form,
                Arrays.stream(ConsentPurpose.values()).map(purpose -> ConsentCard.of(purpose, current)).toList(),
                Future.await(deletions.latest(transaction, Own.merchant(call))));
        return kit.page(status, kit.view(call), "profile/data", model);
    }
}
