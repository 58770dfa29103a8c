package vn.phopay.web.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.phopay.config.ProgrammeConfig;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.metric.Metric;
import vn.phopay.place.Place;
import vn.phopay.programme.Helper;
import vn.phopay.programme.ReadHelpers;
import vn.phopay.programme.ReadTargets;
import vn.phopay.programme.Target;
import vn.phopay.programme.TargetChange;
import vn.phopay.programme.TargetOutlook;
import vn.phopay.web.Form;

/** The list of targets with their gaps and forecasts, and the page on which one is set or changed. */
public final class TargetPages {
    private final ProgrammeParts parts;
    private final ReadTargets targets;
    private final TargetOutlook outlook;
    private final Setting setting;

    /** Pages of what {@code targets} holds and {@code outlook} says. */
    public TargetPages(ProgrammeParts parts, ReadTargets targets, TargetOutlook outlook, Setting setting) {
        this.parts = parts;
        this.targets = targets;
        this.outlook = outlook;
        this.setting = setting;
    }

    /**
     * What a target is set with.
     *
     * @param helpers who can answer for it
     * @param plans the plans it can belong to
     */
    public record Setting(ReadHelpers helpers, List<ProgrammeConfig.Plan> plans) {
        /** Copies {@code plans}. */
        public Setting {
            plans = List.copyOf(plans);
        }
    }

    /**
     * What the list shows.
     *
     * @param rows the targets, what needs somebody first
     * @param mayWrite whether the caller sets targets
     */
    public record ListModel(List<Row> rows, boolean mayWrite) {
        /** Copies {@code rows}. */
        public ListModel {
            rows = List.copyOf(rows);
        }

        /** How many are in {@code state}. */
        public long count(TargetOutlook.State state) {
            return rows.stream().filter(row -> row.outlook().state() == state).count();
        }
    }

    /**
     * A target.
     *
     * @param target the target
     * @param place where
     * @param metric what is counted
     * @param outlook how it stands
     * @param plan the plan it belongs to
     */
    public record Row(
            Target target,
            Place place,
            Metric metric,
            TargetOutlook.Outlook outlook,
            Optional<ProgrammeConfig.Plan> plan) {
        /** Where it is changed, or set where nobody answers for it. */
        public String path() {
            return target.id() == null
                    ? ProgrammePath.TARGETS + "/moi?noi=" + target.placeId() + "&chi-so=" + target.metric()
                    : ProgrammePath.TARGETS + "/" + target.id();
        }

        /** The place's page. */
        public String placePath() {
            return ProgrammePath.of(place);
        }
    }

    /**
     * What the page of one target shows.
     *
     * @param target the target; empty for a new one
     * @param form its fields
     * @param places where it can be set
     * @param metrics what can be aimed at
     * @param owners who can answer for it
     * @param plans the plans it can belong to
     * @param changes its history
     * @param mayWrite whether the caller may change it
     */
    public record EditModel(
            Optional<Target> target,
            Form form,
            List<Place> places,
            List<Metric> metrics,
            List<Helper> owners,
            List<ProgrammeConfig.Plan> plans,
            List<TargetChange> changes,
            boolean mayWrite) {
        /** Copies the lists. */
        public EditModel {
            places = List.copyOf(places);
            metrics = List.copyOf(metrics);
            owners = List.copyOf(owners);
            plans = List.copyOf(plans);
            changes = List.copyOf(changes);
        }

        /** Where the form is sent. */
        public String path() {
            return target.map(one -> ProgrammePath.TARGETS + "/" + one.id()).orElse(ProgrammePath.TARGETS);
        }

        /** The metric called {@code id}. */
        public Optional<Metric> metric(String id) {
            return metrics.stream().filter(metric -> metric.id().equals(id)).findFirst();
        }
    }

    ProgrammeParts parts() {
        return parts;
    }

    /** The list. */
    Reply list(Call call, SqlConnection transaction) {
        OwnPlaces own = parts.own(call);
        List<Target> mine = Future.await(targets.all(transaction)).stream()
                .filter(target -> parts.places().byId(target.placeId()).filter(own::has).isPresent())
                .toList();
        Map<Target, TargetOutlook.Outlook> outlooks = outlook.of(transaction, mine);
        List<Row> rows = new ArrayList<>();
        outlooks.forEach((target, said) -> rows.add(new Row(target,
                parts.places().byId(target.placeId()).orElseThrow(), parts.book().require(target.metric()), said,
                target.aim().plan().flatMap(key ->
                        setting.plans().stream().filter(plan -> plan.key().equals(key)).findFirst()))));
        rows.sort(Comparator.comparing((Row row) -> !row.target().isKept())
                .thenComparing(row -> urgency(row.outlook().state()))
                .thenComparing(row -> row.place().placeId()));
        return parts.kit().page(parts.kit().view(call), "programme/targets", new ListModel(rows, mayWrite(call)));
    }

    private static int urgency(TargetOutlook.State state) {
        return switch (state) {
            case OVERDUE -> 0;
            case LATE -> 1;
            case NOT_CLOSING -> 2;
            case UNKNOWN -> 3;
            case ON_TRACK -> 4;
            case REACHED -> 5;
        };
    }

    /** The target in the path, where the caller may see its place. */
    Target target(Call call, SqlConnection transaction) {
        Target target = Future.await(targets.find(transaction, ProgrammePath.id(call, "target")))
                .orElseThrow(OwnPlaces::notFound);
        parts.own(call).require(parts.places().byId(target.placeId()));
        return target;
    }

    /** What the caller may choose. */
    TargetForm.Choices choices(Call call, SqlConnection transaction) {
        OwnPlaces own = parts.own(call);
        List<Place> places = Stream.of(parts.places().districts(), parts.places().wards(parts.today()),
                parts.places().streets()).flatMap(List::stream).filter(own::has).toList();
        List<Metric> metrics = Target.METRICS.stream().map(parts.book()::require).toList();
        List<String> codes = own.isEverywhere() ? List.of() : own.districts().stream().map(Place::code).toList();
        return new TargetForm.Choices(
                places, metrics, Future.await(setting.helpers().all(transaction, codes)), setting.plans());
    }

    /** The page of one target, or of a new one. */
    Reply edit(int status, Call call, SqlConnection transaction, Shown shown) {
        TargetForm.Choices choices = choices(call, transaction);
        String place = shown.target().map(Target::placeId).orElse(shown.form().typed(TargetForm.PLACE));
        String metric = shown.target().map(Target::metric).orElse(shown.form().typed(TargetForm.METRIC));
        boolean seen = choices.place(place).isPresent() && choices.metric(metric).isPresent();
        List<TargetChange> changes = seen
                ? Future.await(targets.changes(transaction, place, metric))
                : List.of();
        return parts.kit().page(status, parts.kit().view(call), "programme/target", new EditModel(shown.target(),
                shown.form(), choices.places(), choices.metrics(), choices.owners(), choices.plans(), changes,
                mayWrite(call)));
    }

    /** What the page of one target shows: the target, empty for a new one, and its form. */
    record Shown(Optional<Target> target, Form form) {}

    private static boolean mayWrite(Call call) {
        return switch (call.principal().role()) {
            case ANALYST, ADMIN -> true;
            case REGISTRAR, MERCHANT, LISTENER, SCREEN -> false;
        };
    }
}
