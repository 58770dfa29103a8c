package vn.phopay.web.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.place.Place;
import vn.phopay.programme.Campaign;
import vn.phopay.web.Form;

/** The list of campaigns, and the page on which one is added or changed. */
public final class CampaignPages {
    static final String NAME_VI = "ten-vi";
    static final String NAME_EN = "ten-en";
    static final String PLACE = "noi";
    static final String FROM = "tu";
    static final String TO = "den";
    static final String NOTE = "ghi-chu";
    static final String VERSION = "ban";
    /** Where a campaign of the whole city is. */
    static final String CITY = "city";

    private final ProgrammeParts parts;

    /** Pages of {@code parts}. */
    public CampaignPages(ProgrammeParts parts) {
        this.parts = parts;
    }

    /**
     * What the list shows.
     *
     * @param rows the campaigns, the latest first
     * @param mayWrite whether the caller may add some
     */
    public record ListModel(List<Row> rows, boolean mayWrite) {
        /** Copies {@code rows}. */
        public ListModel {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A campaign.
     *
     * @param campaign the campaign
     * @param place where it ran; empty for the whole city
     * @param running whether it runs today
     * @param mayWrite whether the caller may change it
     */
    public record Row(Campaign campaign, Optional<Place> place, boolean running, boolean mayWrite) {
        /** Where it is changed. */
        public String path() {
            return ProgrammePath.CAMPAIGNS + "/" + campaign.id();
        }
    }

    /**
     * What the page of one campaign shows.
     *
     * @param campaign the campaign; empty for a new one
     * @param form its fields
     * @param places where it can run
     * @param everywhere whether it can be the whole city's
     */
    public record EditModel(Optional<Campaign> campaign, Form form, List<Place> places, boolean everywhere) {
        /** Copies {@code places}. */
        public EditModel {
            places = List.copyOf(places);
        }

        /** Where the form is sent. */
        public String path() {
            return campaign.map(one -> ProgrammePath.CAMPAIGNS + "/" + one.id()).orElse(ProgrammePath.CAMPAIGNS);
        }
    }

    ProgrammeParts parts() {
        return parts;
    }

    /** The list: campaigns of the whole city, and of the caller's districts. */
    Reply list(Call call, SqlConnection transaction) {
        OwnPlaces own = parts.own(call);
        LocalDate today = parts.today();
        List<Row> rows = Future.await(parts.campaigns().all(transaction)).stream()
                .filter(campaign -> place(campaign).map(own::has).orElse(true))
                .map(campaign -> new Row(campaign, place(campaign), campaign.plan().touches(today, today),
                        mayWrite(call, campaign.plan().placeId())))
                .toList();
        return parts.kit().page(parts.kit().view(call), "programme/campaigns",
                new ListModel(rows, isAnalyst(call)));
    }

    /** The campaign in the path, where the caller may change it. */
    Campaign campaign(Call call, SqlConnection transaction) {
        return Future.await(parts.campaigns().find(transaction, ProgrammePath.id(call, "campaign")))
                .filter(campaign -> mayWrite(call, campaign.plan().placeId()))
                .orElseThrow(OwnPlaces::notFound);
    }

    /** The page of one campaign, or of a new one. */
    Reply edit(int status, Call call, Optional<Campaign> campaign, Form form) {
        OwnPlaces own = parts.own(call);
        return parts.kit().page(status, parts.kit().view(call), "programme/campaign",
                new EditModel(campaign, form, choices(own), own.isEverywhere()));
    }

    private List<Place> choices(OwnPlaces own) {
        return Stream.of(parts.places().districts(), parts.places().wards(parts.today()), parts.places().zones(),
                parts.places().streets()).flatMap(List::stream).filter(own::has).toList();
    }

    /** What the form says; empty where something is wrong, which the form then says. */
    Optional<Campaign.Plan> read(Call call, Form form) {
        String nameVi = form.text(NAME_VI, Campaign.NAME_LENGTH_MAX);
        Optional<String> nameEn = form.optional(NAME_EN, Campaign.NAME_LENGTH_MAX);
        OwnPlaces own = parts.own(call);
        String where = form.typed(PLACE);
        boolean city = where.equals(CITY) && own.isEverywhere();
        Optional<Place> place = choices(own).stream().filter(one -> one.placeId().equals(where)).findFirst();
        if (!city && place.isEmpty()) {
            form.fail(PLACE, "form.choice");
        }
        Optional<LocalDate> from = form.day(FROM);
        Optional<LocalDate> to = form.typed(TO).isBlank() ? Optional.empty() : form.day(TO);
        if (from.isPresent() && to.filter(day -> day.isBefore(from.get())).isPresent()) {
            form.fail(TO, "programme.campaign.order");
        }
        Optional<String> note = form.optional(NOTE, Campaign.NOTE_LENGTH_MAX);
        return form.isGood()
                ? Optional.of(new Campaign.Plan(nameVi, nameEn, place.map(Place::placeId), from.orElseThrow(),
                        to.orElse(null), note))
                : Optional.empty();
    }

    /** A form that shows {@code campaign}. */
    static Form showing(Campaign campaign) {
        Campaign.Plan plan = campaign.plan();
        Map<String, String> fields = new HashMap<>();
        fields.put(NAME_VI, plan.nameVi());
        plan.nameEn().ifPresent(name -> fields.put(NAME_EN, name));
        fields.put(PLACE, plan.placeId().orElse(CITY));
        fields.put(FROM, plan.from().toString());
        LocalDate to = plan.to();
        fields.put(TO, to == null ? "" : to.toString());
        plan.note().ifPresent(note -> fields.put(NOTE, note));
        return Form.showing(fields);
    }

    private Optional<Place> place(Campaign campaign) {
        return campaign.plan().placeId().flatMap(parts.places()::byId);
    }

    /** Whoever is limited to districts keeps those of her districts only, never the whole city's. */
    private boolean mayWrite(Call call, Optional<String> placeId) {
        OwnPlaces own = parts.own(call);
        return isAnalyst(call)
                && placeId.map(id -> parts.places().byId(id).filter(own::has).isPresent()).orElse(own.isEverywhere());
    }

    private static boolean isAnalyst(Call call) {
        return switch (call.principal().role()) {
            case ANALYST, ADMIN -> true;
            case REGISTRAR, MERCHANT, LISTENER, SCREEN -> false;
        };
    }
}
