package vn.phopay.web.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.access.Principal;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.identity.StaffId;
import vn.phopay.place.Place;
import vn.phopay.programme.Handover;
import vn.phopay.programme.Helper;
import vn.phopay.programme.ReadHelpers;
import vn.phopay.programme.Visit;
import vn.phopay.programme.WalkList;
import vn.phopay.programme.WalkListStore;
import vn.phopay.programme.WalkStop;
import vn.phopay.web.Form;

/** A walk list as its assignee works it on a phone, shop by shop. */
public final class WalkPage {
    static final String OUTCOME = "ket-qua";
    static final String AGAIN = "hen";
    static final String NOTE = "ghi-chu";
    static final String EDITION = "lan";
    static final String FROM = "tu";
    static final String ASSIGNEE = "nguoi";
    static final String DUE = "han";
    static final String REASON = "ly-do";
    private static final int DAYS_USUAL = 7;

    private final ProgrammeParts parts;
    private final WalkListStore walks;
    private final ReadHelpers helpers;

    /** A page of what {@code walks} holds. */
    public WalkPage(ProgrammeParts parts, WalkListStore walks, ReadHelpers helpers) {
        this.parts = parts;
        this.walks = walks;
        this.helpers = helpers;
    }

    /**
     * What the template shows.
     *
     * @param list the list
     * @param street its street
     * @param stops its shops in the order of the walk
     * @param faulty the form that was wrong, of one shop; empty for none
     * @param mayWrite whether the caller may write down visits
     * @param handing to whom it was given on, and to whom it could be
     */
    public record Model(WalkList list, Place street, List<WalkStop> stops, Optional<Faulty> faulty, boolean mayWrite,
            Handing handing) {
        /** Copies {@code stops}. */
        public Model {
            stops = List.copyOf(stops);
        }

        /** The form of a shop: what was typed where that was wrong, else an empty one. */
        public Form form(WalkStop stop) {
            return faulty.filter(wrong -> wrong.premises().equals(stop.premises().id()))
                    .map(Faulty::form).orElseGet(Form::empty);
        }

        /** Whether a shop's form stands open: the first one still to be visited, or the one that was wrong. */
        public boolean isOpen(WalkStop stop) {
            if (faulty.isPresent()) {
                return faulty.get().premises().equals(stop.premises().id());
            }
            return stops.stream().filter(WalkStop::isOpen).findFirst().filter(stop::equals).isPresent();
        }

        /** What can come of a visit. */
        public List<Visit.Outcome> outcomes() {
            return List.of(Visit.Outcome.values());
        }

        /** The page's address. */
        public String path() {
            return ProgrammePath.walk(list.id());
        }

        /** The street's address. */
        public String streetPath() {
            return ProgrammePath.of(street);
        }

        /** Where a shop of this street is registered with its owner. */
        public String registerPath() {
            return "/ho-tro-dang-ky?pho=" + street.code();
        }
    }

    /**
     * To whom the list goes.
     *
     * @param before to whom it was given on, the first first
     * @param others who could have it, besides its assignee
     * @param form the form that gives it on
     */
    public record Handing(List<Handover> before, List<Helper> others, Form form) {
        /** Copies the lists. */
        public Handing {
            before = List.copyOf(before);
            others = List.copyOf(others);
        }
    }

    /** A form that was wrong. */
    public record Faulty(UUID premises, Form form) {}

    /** What was typed wrong: about a visit, or about who gets the list. */
    record Typed(Optional<Faulty> visit, Optional<Form> handover) {
        /** Nothing. */
        static final Typed NOTHING = new Typed(Optional.empty(), Optional.empty());

        static Typed visit(Faulty faulty) {
            return new Typed(Optional.of(faulty), Optional.empty());
        }

        static Typed handover(Form form) {
            return new Typed(Optional.empty(), Optional.of(form));
        }
    }

    /** The list in the path of {@code call}, where it is the caller's, or of one of the caller's districts. */
    WalkList list(Call call, SqlConnection transaction) {
        WalkList list = Future.await(walks.find(transaction, ProgrammePath.id(call, "list")))
                .orElseThrow(OwnPlaces::notFound);
        if (!list.isOf(new StaffId(call.principal().subjectId()))) {
            parts.own(call).require(parts.places().byId(list.streetPlaceId()));
        }
        return list;
    }

    Place street(WalkList list) {
        return parts.places().byId(list.streetPlaceId()).orElseThrow();
    }

    List<WalkStop> stops(SqlConnection transaction, WalkList list) {
        return Future.await(walks.stops(transaction, list.id()));
    }

    /** Whether the caller may write down visits of {@code list}: the assignee, and who registers shops there. */
    static boolean mayWrite(Principal who, WalkList list) {
        return list.isOpen() && (list.isOf(new StaffId(who.subjectId())) || switch (who.role()) {
            case REGISTRAR, ADMIN -> true;
            case ANALYST, MERCHANT, LISTENER, SCREEN -> false;
        });
    }

    /** Who could have the list besides its assignee: who registers shops there. */
    List<Helper> others(Call call, SqlConnection transaction, WalkList list) {
        List<String> codes = parts.own(call).districtsOf(street(list)).stream().map(Place::code).toList();
        return Future.await(helpers.registrars(transaction, codes)).stream()
                .filter(helper -> !list.isOf(helper.id()))
                .toList();
    }

    /** The page with what was typed wrong on it; the look at its shops is kept. */
    Reply show(int status, Call call, SqlConnection transaction, Typed typed) {
        WalkList list = list(call, transaction);
        parts.looked(call, transaction, "walk.view", street(list));
        Handing handing = new Handing(Future.await(walks.handovers(transaction, list.id())),
                list.isOpen() ? others(call, transaction, list) : List.of(),
                typed.handover().orElseGet(() -> fresh(list)));
        Model model = new Model(list, street(list), stops(transaction, list), typed.visit(),
                mayWrite(call.principal(), list), handing);
        return parts.kit().page(status, parts.kit().view(call), "programme/walk", model);
    }

    /** A form with the day that holds, or a later one where that is over. */
    private Form fresh(WalkList list) {
        LocalDate due = list.isLate(parts.today()) ? parts.today().plusDays(DAYS_USUAL) : list.task().dueOn();
        return Form.showing(Map.of(DUE, due.toString()));
    }
}
