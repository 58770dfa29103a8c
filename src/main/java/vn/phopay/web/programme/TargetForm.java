package vn.phopay.web.programme;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.phopay.config.ProgrammeConfig;
import vn.phopay.metric.Metric;
import vn.phopay.metric.Unit;
import vn.phopay.place.Place;
import vn.phopay.programme.Helper;
import vn.phopay.programme.Target;
import vn.phopay.programme.Visit;
import vn.phopay.web.Form;

/** The fields of a target. Shares are typed in percent. */
final class TargetForm {
    static final String PLACE = "noi";
    static final String METRIC = "chi-so";
    static final String VALUE = "muc";
    static final String DUE = "han";
    static final String OWNER = "nguoi";
    static final String PLAN = "ke-hoach";
    static final String NOTE = "ghi-chu";
    static final String VERSION = "ban";

    private static final int PERCENT = 2;
    private static final BigDecimal COUNT_MAX = BigDecimal.valueOf(10_000_000);

    private TargetForm() {}

    /** What may be chosen. */
    record Choices(List<Place> places, List<Metric> metrics, List<Helper> owners, List<ProgrammeConfig.Plan> plans) {
        Optional<Place> place(String id) {
            return places.stream().filter(place -> place.placeId().equals(id)).findFirst();
        }

        Optional<Metric> metric(String id) {
            return metrics.stream().filter(metric -> metric.id().equals(id)).findFirst();
        }
    }

    /** What is aimed at for {@code metric}; empty where something is wrong, which the form then says. */
    static Optional<Target.Aim> read(Form form, Choices choices, Optional<Metric> metric) {
        Optional<BigDecimal> value = metric.flatMap(one -> value(form, one));
        Optional<LocalDate> due = form.day(DUE);
        Optional<Helper> owner = choices.owners().stream()
                .filter(helper -> helper.id().toString().equals(form.typed(OWNER))).findFirst();
        if (owner.isEmpty()) {
            form.fail(OWNER, "programme.target.owner.missing");
        }
        Optional<String> plan = form.optional(PLAN, 60);
        if (plan.filter(key -> choices.plans().stream().noneMatch(one -> one.key().equals(key))).isPresent()) {
            form.fail(PLAN, "form.choice");
        }
        Optional<String> note = form.optional(NOTE, Target.NOTE_LENGTH_MAX);
        if (note.filter(Visit::looksLikePhone).isPresent()) {
            form.fail(NOTE, "programme.phone");
        }
        return form.isGood() && value.isPresent()
                ? Optional.of(new Target.Aim(value, due, owner, plan, note))
                : Optional.empty();
    }

    private static Optional<BigDecimal> value(Form form, Metric metric) {
        boolean rate = metric.unit() == Unit.RATE;
        return form.read(VALUE, rate ? "programme.target.rate" : "programme.target.count", typed -> {
            String text = typed.strip().replaceAll("\\s*%$", "");
            String number = rate ? text.replace(',', '.') : text.replaceAll("[.,\u00a0 ](?=\\d{3})", "");
            if (!number.matches(rate ? "[0-9]{1,3}(\\.[0-9]{1,2})?" : "[0-9]{1,8}")) {
                return Optional.empty();
            }
            BigDecimal value = new BigDecimal(number).movePointLeft(rate ? PERCENT : 0);
            BigDecimal max = rate ? BigDecimal.ONE : COUNT_MAX;
            return Optional.of(value).filter(some -> some.signum() > 0 && some.compareTo(max) <= 0);
        });
    }

    /** A form that shows {@code target}. */
    static Form showing(Target target, Metric metric) {
        Map<String, String> fields = new HashMap<>();
        fields.put(PLACE, target.placeId());
        fields.put(METRIC, target.metric());
        target.aim().value().ifPresent(value -> fields.put(VALUE, typed(value, metric)));
        target.aim().dueOn().ifPresent(day -> fields.put(DUE, day.toString()));
        target.aim().owner().ifPresent(owner -> fields.put(OWNER, owner.id().toString()));
        target.aim().plan().ifPresent(plan -> fields.put(PLAN, plan));
        target.aim().note().ifPresent(note -> fields.put(NOTE, note));
        return Form.showing(fields);
    }

    private static String typed(BigDecimal value, Metric metric) {
        return metric.unit() == Unit.RATE
                ? value.movePointRight(PERCENT).setScale(PERCENT, RoundingMode.HALF_UP).stripTrailingZeros()
                        .toPlainString().replace('.', ',')
                : value.setScale(0, RoundingMode.HALF_UP).toPlainString();
    }
}
