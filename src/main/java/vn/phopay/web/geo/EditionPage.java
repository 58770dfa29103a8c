package vn.phopay.web.geo;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.access.Principal;
import vn.phopay.access.Role;
import vn.phopay.geo.Edition;
import vn.phopay.geo.EditionImpact;
import vn.phopay.geo.EditionPlan;
import vn.phopay.geo.EditionStore;
import vn.phopay.geo.PlaceOutlets;
import vn.phopay.geo.PreviewEdition;
import vn.phopay.geo.SheetFault;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.place.SeriesBreaks;
import vn.phopay.time.BusinessDay;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** One edition: what it moves before it is confirmed, what it moved after, and what may be done with it. */
public final class EditionPage {
    private final Sources sources;
    private final PageKit kit;
    private final Clock clock;

    /** Shows what {@code sources} know. */
    public EditionPage(Sources sources, PageKit kit, Clock clock) {
        this.sources = sources;
        this.kit = kit;
        this.clock = clock;
    }

    /** Where it is read from. */
    public record Sources(
            EditionStore editions, PreviewEdition preview, PlaceOutlets outlets, PlaceDirectory places) {}

    /**
     * What the template shows.
     *
     * @param edition the edition
     * @param plan what it does to places; empty once it is confirmed, or where its file fits no more
     * @param impact what else it moves; empty as {@code plan} is
     * @param faults why its file fits no more
     * @param wards the wards that it began, once it is confirmed
     * @param may what the visitor may do
     * @param waiting how many outlets wait for a person in the visitor's districts
     * @param form what was typed
     */
    public record Model(
            Edition edition, Optional<EditionPlan> plan, Optional<EditionImpact> impact, List<SheetFault> faults,
            List<Begun> wards, May may, long waiting, Form form) {
        /** Copies the lists. */
        public Model {
            faults = List.copyOf(faults);
            wards = List.copyOf(wards);
        }

        /** The ward's successors and outlets, in the order of codes. */
        public Optional<EditionImpact.Outlets> outletsOf(Place ward) {
            return impact.stream().flatMap(all -> all.wards().stream())
                    .filter(one -> one.from().placeId().equals(ward.placeId()))
                    .findFirst();
        }

        /** Its own address. */
        public String path() {
            return GeoPath.edition(edition.id());
        }
    }

    /** A new ward and what it was made of. */
    public record Begun(Place ward, Optional<SeriesBreaks.Break> made) {}

    /** What the visitor may do: confirm it, take it back, undo it, place outlets. */
    public record May(boolean confirm, boolean withdraw, boolean undo, boolean place) {}

    Reply show(int status, Call call, SqlConnection transaction, Form form) {
        UUID id = GeoPath.id(call);
        Edition edition = Future.await(sources.editions().find(transaction, id)).orElseThrow(GeoPath::notFound);
        PreviewEdition.Preview preview = edition.status() == Edition.Status.PROPOSED
                ? sources.preview().preview(transaction, edition)
                : PreviewEdition.Preview.NONE;
        long waiting = Future.await(sources.outlets().waiting(transaction, id, call.principal())).all();
        boolean wholeCity = call.principal().districtCodes().isEmpty();
        Model model = new Model(edition, preview.plan(), wholeCity ? preview.impact() : Optional.empty(),
                preview.faults(), begun(edition), may(edition, call.principal()), waiting, form);
        return kit.page(status, kit.view(call), "geo/edition", model);
    }

    private List<Begun> begun(Edition edition) {
        LocalDate first = edition.validFrom();
        boolean there = edition.status() == Edition.Status.CONFIRMED || edition.status() == Edition.Status.APPLIED;
        SeriesBreaks breaks = new SeriesBreaks(sources.places());
        return !there ? List.of() : sources.places().wards().stream()
                .filter(ward -> ward.validity().from().equals(first))
                .map(ward -> new Begun(ward, breaks.of(ward.placeId()).stream()
                        .filter(one -> one.date().equals(first))
                        .findFirst()))
                .toList();
    }

    private May may(Edition edition, Principal caller) {
        boolean city = GeoPath.mayChangeCity(caller);
        boolean proposed = edition.status() == Edition.Status.PROPOSED;
        boolean confirmed = edition.status() == Edition.Status.CONFIRMED;
        boolean ahead = BusinessDay.of(clock.instant()).isBefore(edition.validFrom());
        boolean places = caller.role() == Role.ADMIN || caller.role() == Role.REGISTRAR;
        return new May(city && proposed && !edition.history().proposedBy().equals(caller.subjectId()),
                city && proposed, city && confirmed && ahead,
                places && (confirmed || edition.status() == Edition.Status.APPLIED));
    }
}
