package vn.phopay.web.check;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.SelfCheckId;
import vn.phopay.merchant.Outlet;
import vn.phopay.merchant.OutletStore;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.safety.CheckSticker;
import vn.phopay.safety.ReadChecks;
import vn.phopay.safety.ReportStatus;
import vn.phopay.safety.ReportStore;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.web.View;

/** The page on which a pasted-over code is reported, empty or with the faults of what was sent. */
public final class ReportPage {
    /** The field that names the owner's check which raised the alarm. */
    static final String CHECK = "kiem-tra";

    /** The part of the address in which another page may give what a scan read. */
    private static final String PAYLOAD = "ma";

    private final Sources sources;
    private final PageKit kit;

    /** Where the page finds what it shows. */
    public record Sources(OutletStore outlets, PlaceDirectory places, ReportStore reports, ReadChecks checks) {}

    /** Shows what {@code sources} hold. */
    public ReportPage(Sources sources, PageKit kit) {
        this.sources = sources;
        this.kit = kit;
    }

    /**
     * What the template shows.
     *
     * @param form what was sent
     * @param submission the key of this report: it stays while the form is shown again
     * @param check the owner's own alarm that is reported
     * @param payload what a scan read, where another page led here with it; empty for none
     * @param outlets the owner's outlets; none for a passer-by
     * @param districts the districts, for a passer-by to choose from
     * @param own the owner's earlier reports
     */
    public record Model(
            Form form,
            UUID submission,
            Optional<SelfCheckId> check,
            String payload,
            List<Outlet> outlets,
            List<Place> districts,
            List<ReportStatus> own) {
        /** Whether the reporter is the owner of a shop. */
        public boolean isOwner() {
            return !outlets.isEmpty();
        }
    }

    Reply show(int status, Call call, SqlConnection transaction, Form form) {
        View view = kit.view(call);
        Optional<MerchantId> owner = Visitor.owner(call);
        Model model = new Model(
                form,
                Visitor.key(form.typed("submission")).orElseGet(UUID::randomUUID),
                owner.flatMap(merchant -> alarm(call, transaction, form, merchant)),
                call.queryParameter(PAYLOAD)
                        .filter(text -> text.length() <= CheckSticker.PAYLOAD_LENGTH_MAX)
                        .orElseGet(() -> form.typed("payload")),
                owner.map(merchant -> Future.await(sources.outlets().list(transaction, merchant))).orElse(List.of()),
                sources.places().districts(),
                owner.map(merchant -> Future.await(sources.reports().ownReports(transaction, merchant)))
                        .orElse(List.of()));
        return kit.page(status, view, "check/report", model);
    }

    /** Only an alarm of her own whose text is still kept is worth naming. */
    private Optional<SelfCheckId> alarm(Call call, SqlConnection transaction, Form form, MerchantId merchant) {
        String named = call.queryParameter(CHECK).orElseGet(() -> form.typed(CHECK));
        return SelfCheckId.parse(named)
                .filter(id -> Future.await(sources.checks().find(transaction, merchant, id))
                        .filter(check -> check.keepsPayload())
                        .isPresent());
    }
}
