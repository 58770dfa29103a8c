package vn.phopay.web.programme;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.phopay.programme.HouseNumber;
import vn.phopay.programme.Premises;
import vn.phopay.programme.Visit;
import vn.phopay.registration.Trade;
import vn.phopay.web.Form;

/** The fields in which somebody says what was seen at a place of trade. */
final class PremisesForm {
    static final String HOUSE = "so-nha";
    static final String NAME = "ten";
    static final String CATEGORY = "nganh";
    static final String STATUS = "tinh-trang";
    static final String SOURCE = "nguon";
    static final String DAY = "ngay";

    private PremisesForm() {}

    /** What was seen; empty where something is wrong, which the form then says. */
    static Optional<Premises.Seen> read(Form form, LocalDate today) {
        Optional<String> house = form.optional(HOUSE, HouseNumber.LENGTH_MAX);
        String name = form.text(NAME, Premises.NAME_LENGTH_MAX);
        Optional<String> category = form.optional(CATEGORY, 4);
        if (category.filter(code -> trade(code).isEmpty()).isPresent()) {
            form.fail(CATEGORY, "form.choice");
        }
        Optional<Premises.Status> status = form.read(STATUS, "form.choice", text ->
                Arrays.stream(Premises.Status.values()).filter(one -> one.name().equals(text)).findFirst());
        String source = form.text(SOURCE, Premises.SOURCE_LENGTH_MAX);
        Optional<LocalDate> day = form.day(DAY);
        if (day.filter(on -> on.isAfter(today)).isPresent()) {
            form.fail(DAY, "programme.ahead");
        }
        if (Visit.looksLikePhone(house.orElse("") + ' ' + name + ' ' + source)) {
            form.fail(NAME, "programme.phone");
        }
        return form.isGood()
                ? Optional.of(new Premises.Seen(new HouseNumber(house.orElse("")), name, category,
                        status.orElseThrow(), source, day.orElseThrow()))
                : Optional.empty();
    }

    /** A form that shows what is known. */
    static Form showing(Premises.Seen seen) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(HOUSE, seen.house().text());
        fields.put(NAME, seen.name());
        fields.put(CATEGORY, seen.categoryCode().orElse(""));
        fields.put(STATUS, seen.status().name());
        fields.put(SOURCE, seen.source());
        fields.put(DAY, seen.on().toString());
        return Form.showing(fields);
    }

    /** A form for a new one, seen today. */
    static Form fresh(LocalDate today) {
        return Form.showing(Map.of(DAY, today.toString(), STATUS, Premises.Status.TRADING.name()));
    }

    private static Optional<Trade> trade(String code) {
        return Arrays.stream(Trade.values()).filter(trade -> trade.category().value().equals(code)).findFirst();
    }
}
