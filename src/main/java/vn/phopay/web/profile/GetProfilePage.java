package vn.phopay.web.profile;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.issuing.OldAccountCodes;
import vn.phopay.merchant.MerchantFile;
import vn.phopay.merchant.MerchantRegistry;
import vn.phopay.merchant.Outlet;
import vn.phopay.merchant.Profile;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.profile.Deletion;
import vn.phopay.profile.DeletionStore;
import vn.phopay.web.PageKit;

/** GET /ho-so: the shop as its owner has told of it, how it stands, and the ways to what can be changed. */
public final class GetProfilePage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/ho-so", Access.OWNER);

    private final Parts parts;
    private final PageKit kit;

    /** Reads from {@code parts}. */
    public GetProfilePage(Parts parts, PageKit kit) {
        this.parts = parts;
        this.kit = kit;
    }

    /** Where the page's facts come from. */
    public record Parts(
            MerchantRegistry registry, OldAccountCodes oldCodes, DeletionStore deletions, PlaceDirectory places) {}

    /**
     * An outlet.
     *
     * @param id its public id
     * @param name what it is called
     * @param address its house number and street
     * @param district the district's Vietnamese name
     */
    public record OutletCard(String id, String name, String address, String district) {}

    /**
     * What the page shows.
     *
     * @param profile what the owner told
     * @param phone the number to log in by, as people type it
     * @param status the end of a message's key: how the shop stands
     * @param reason why staff decided so, where they said
     * @param accounts accounts in force and waiting
     * @param outlets the outlets
     * @param oldCodes how many codes pay into an account given up
     * @param deletionDue when the shop's data may be deleted, where that was asked for
     */
    public record Model(
            Profile profile,
            String phone,
            String status,
            Optional<String> reason,
            List<AccountCard> accounts,
            List<OutletCard> outlets,
            int oldCodes,
            Optional<Instant> deletionDue) {}

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        MerchantFile file = Own.file(call, parts.registry(), transaction);
        Profile profile = file.merchant().profile();
        Optional<Deletion> deletion = Future.await(parts.deletions().latest(transaction, file.merchant().id()))
                .filter(Deletion::isOpen);
        Model model = new Model(
                profile,
                national(profile.phone().e164()),
                file.merchant().status().name().toLowerCase(Locale.ROOT),
                file.lastStep().reason(),
                AccountCard.open(file),
                file.outlets().stream().map(this::card).toList(),
                Future.await(parts.oldCodes().list(transaction, file.merchant().id())).size(),
                deletion.map(waiting -> waiting.times().dueAt()));
        return kit.page(kit.view(call), "profile/profile", model);
    }

    private OutletCard card(Outlet outlet) {
        String district = parts.places().district(outlet.location().districtCode()).map(Place::nameVi).orElse("");
        return new OutletCard(outlet.id().toString(), outlet.name(), outlet.address(), district);
    }

    /** {@code +84912345678} as people in Vietnam write it: {@code 0912 345 678}. */
    static String national(String e164) {
        String digits = e164.replaceFirst("^\\+84", "0");
        return digits.replaceFirst("^(\\d{4})(\\d{3})(\\d+)$", "$1 $2 $3");
    }
}
