package vn.phopay.qr;

import java.util.Currency;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The rules on money in a payload: amount (54), tip indicator (55), fixed fee (56), percentage (57). */
final class AmountRules {
    static final String VND = "704";
    private static final int AMOUNT_LENGTH_MAX = 13;
    private static final int FRACTION_DIGITS_MAX = 4;

    private final QrStructure payload;
    private final Findings findings;
    private final int fractionDigitsMax;

    private AmountRules(QrStructure payload, Findings findings) {
        this.payload = payload;
        this.findings = findings;
        this.fractionDigitsMax = fractionDigits(payload.value("53"));
    }

    static void check(QrStructure payload, Findings findings) {
        AmountRules rules = new AmountRules(payload, findings);
        rules.checkAmount(payload.find("54"));
        rules.checkAmount(payload.find("56"));
        rules.checkPercentage(payload.find("57"));
        rules.checkTip();
    }

    /** Whole đồng of an amount value: digits with an optional point behind them; empty if it is anything else. */
    static OptionalLong wholeDong(String value) {
        if (value.length() > AMOUNT_LENGTH_MAX || !value.matches("[0-9]+\\.?")) {
            return OptionalLong.empty();
        }
        String digits = value.endsWith(".") ? value.substring(0, value.length() - 1) : value;
        long amount = Long.parseLong(digits);
        return amount > 0 ? OptionalLong.of(amount) : OptionalLong.empty();
    }

    private static int fractionDigits(@Nullable String numericCode) {
        if (VND.equals(numericCode)) {
            return 0;
        }
        return Currency.availableCurrencies()
            .filter(currency -> currency.getNumericCodeAsString().equals(numericCode))
            .mapToInt(Currency::getDefaultFractionDigits)
            .filter(digits -> digits >= 0)
            .max().orElse(FRACTION_DIGITS_MAX);
    }

    private void checkAmount(@Nullable DataObject object) {
        if (object == null || isAmount(object.value())) {
            return;
        }
        findings.fault(QrFault.Code.BAD_AMOUNT, object.valueStart(), "object " + object.id()
            + ": an amount is at most 13 characters, digits with at most one point, not zero, with at most "
            + fractionDigitsMax + " digits behind the point");
    }

    private boolean isAmount(String value) {
        return value.length() <= AMOUNT_LENGTH_MAX
            && value.matches("[0-9]+(\\.[0-9]{0," + fractionDigitsMax + "})?")
            && hasNonZeroDigit(value);
    }

    private void checkPercentage(@Nullable DataObject object) {
        if (object == null) {
            return;
        }
        if (!object.value().matches("[0-9]{1,2}(\\.[0-9]{0,2})?") || !hasNonZeroDigit(object.value())) {
            findings.fault(QrFault.Code.BAD_AMOUNT, object.valueStart(),
                "object 57: a percentage is 00.01 to 99.99");
        }
    }

    private static boolean hasNonZeroDigit(String value) {
        return value.chars().anyMatch(character -> character >= '1' && character <= '9');
    }

    private void checkTip() {
        DataObject indicator = payload.find("55");
        String kind = indicator == null ? "" : indicator.value();
        if (indicator != null && !kind.matches("0[123]")) {
            badTip(indicator, "object 55 is 01, 02 or 03");
            return;
        }
        requireTogether(indicator, kind.equals("02"), payload.find("56"), "a fixed fee (56) and 55=02 go together");
        requireTogether(indicator, kind.equals("03"), payload.find("57"), "a percentage (57) and 55=03 go together");
    }

    private void requireTogether(@Nullable DataObject indicator, boolean asked, @Nullable DataObject value,
                                 String rule) {
        if (value != null && !asked) {
            badTip(value, rule);
        } else if (value == null && asked && indicator != null) {
            badTip(indicator, rule);
        }
    }

    private void badTip(DataObject object, String rule) {
        findings.fault(QrFault.Code.BAD_TIP, object.valueStart(), rule);
    }
}
