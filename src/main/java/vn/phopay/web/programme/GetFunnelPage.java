package vn.phopay.web.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.phopay.adoption.Interval;
import vn.phopay.figure.Period;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.metric.Unit;
import vn.phopay.place.Place;
import vn.phopay.programme.Funnel;
import vn.phopay.programme.ReadFunnel;
import vn.phopay.web.View;

/** GET /thanh-pho/pheu: how far registrations have come, and where they are lost. */
public final class GetFunnelPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(ProgrammePath.FUNNEL, Access.STAFF);
    private static final String DISTRICT = "quan";
    private static final String WAY = "cach";
    private static final String WEEKS = "tuan";
    private static final List<Integer> WEEK_CHOICES = List.of(4, 12, 26, 52);
    private static final int WEEKS_USUALLY = 12;

    private final ProgrammeParts parts;
    private final ReadFunnel funnel;

    /** Shows what {@code funnel} reads. */
    public GetFunnelPage(ProgrammeParts parts, ReadFunnel funnel) {
        this.parts = parts;
        this.funnel = funnel;
    }

    /**
     * What the template shows.
     *
     * @param asked what was asked for
     * @param steps the steps of all that were asked for
     * @param leak the step before which most are lost
     * @param tables the same by week, by district and by way
     */
    public record Model(Asked asked, List<Step> steps, Optional<Funnel.Step> leak, List<Table> tables) {
        /** Copies the lists. */
        public Model {
            steps = List.copyOf(steps);
            tables = List.copyOf(tables);
        }
    }

    /**
     * What was asked for, and what can be.
     *
     * @param districts the districts to choose from
     * @param district code of the one that is chosen; empty for all
     * @param way {@code alone}, {@code assisted} or empty for both
     * @param weeks how many weeks
     * @param choices how many weeks can be chosen
     */
    public record Asked(List<Place> districts, String district, String way, int weeks, List<Integer> choices) {
        /** Copies the lists. */
        public Asked {
            districts = List.copyOf(districts);
            choices = List.copyOf(choices);
        }
    }

    /**
     * A step.
     *
     * @param step which one
     * @param count how many came so far
     * @param percentOfAll their share of all that were begun, for the bar
     * @param share their share of those at the step before
     * @param hours the median of the hours since the step before
     * @param lost how many were lost before it
     */
    public record Step(
            Funnel.Step step, long count, int percentOfAll, String share, String hours, long lost) {}

    /**
     * Funnels beside each other.
     *
     * @param key last part of the message keys of its headings
     * @param rows one a funnel
     */
    public record Table(String key, List<Row> rows) {
        /** Copies {@code rows}. */
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One funnel of a table.
     *
     * @param name of what
     * @param counts one a step
     */
    public record Row(String name, List<Long> counts) {
        /** Copies {@code counts}. */
        public Row {
            counts = List.copyOf(counts);
        }
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        OwnPlaces own = parts.own(call);
        Optional<Place> district = call.queryParameter(DISTRICT)
                .map(code -> own.require(parts.places().district(code)));
        int weeks = call.queryParameter(WEEKS)
                .flatMap(text -> WEEK_CHOICES.stream().filter(one -> text.equals(one.toString())).findFirst())
                .orElse(WEEKS_USUALLY);
        String way = call.queryParameter(WAY).filter(Set.of("alone", "assisted")::contains).orElse("");
        LocalDate from = Period.of(Interval.WEEK, parts.today()).plus(1L - weeks).start();
        ReadFunnel.Answer answer = Future.await(funnel.read(transaction, new ReadFunnel.Question(from,
                district.map(place -> Set.of(place.placeId())).orElseGet(own::limits),
                way.isEmpty() ? Optional.empty() : Optional.of(way.equals("assisted")))));
        View view = parts.kit().view(call);
        Asked asked = new Asked(own.districts(), district.map(Place::code).orElse(""), way, weeks, WEEK_CHOICES);
        return parts.kit().page(view, "programme/funnel", new Model(
                asked, steps(view, answer.total()), answer.total().leak(), tables(view, answer)));
    }

    private static List<Step> steps(View view, Funnel funnel) {
        PlaceWords words = new PlaceWords(view);
        List<Step> steps = new ArrayList<>();
        long all = Math.max(1, funnel.count(Funnel.Step.STARTED));
        for (Funnel.Step step : Funnel.Step.values()) {
            Optional<BigDecimal> hours = funnel.hours(step);
            steps.add(new Step(step, funnel.count(step), Math.toIntExact(100 * funnel.count(step) / all),
                    words.value(Unit.RATE, funnel.share(step)), words.value(Unit.HOURS, hours), funnel.lost(step)));
        }
        return steps;
    }

    private List<Table> tables(View view, ReadFunnel.Answer answer) {
        PlaceWords words = new PlaceWords(view);
        List<Row> weeks = new ArrayList<>();
        answer.mondayToCounts().forEach((monday, counts) ->
                weeks.add(new Row(view.text("programme.week", view.day(monday)), counts)));
        List<Row> districts = new ArrayList<>();
        answer.districtToCounts().forEach((id, counts) -> districts.add(new Row(
                parts.places().byId(id).map(words::name).orElse(view.text("programme.funnel.nowhere")),
                counts)));
        List<Row> ways = new ArrayList<>();
        answer.wayToCounts().forEach((assisted, counts) -> ways.add(new Row(
                view.text(assisted ? "programme.funnel.assisted" : "programme.funnel.alone"), counts)));
        return List.of(new Table("week", weeks.reversed()), new Table("district", districts), new Table("way", ways));
    }
}
