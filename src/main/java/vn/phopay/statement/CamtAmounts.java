package vn.phopay.statement;

import org.jspecify.annotations.Nullable;
import vn.phopay.money.Money;

/** Reads amounts of đồng and refuses every other currency. */
final class CamtAmounts {
    private static final String CURRENCY = "VND";

    private CamtAmounts() {}

    static long read(XmlCursor at, @Nullable String currency, String text) throws StatementUnreadableException {
        checkCurrency(at, currency);
        return CamtValues.amount(text).orElseThrow(() -> at.fault(
                "an amount must be whole đồng, at most " + Money.AMOUNT_VND_MAX));
    }

    static void checkCurrency(XmlCursor at, @Nullable String currency) throws StatementUnreadableException {
        if (currency != null && !CURRENCY.equals(currency)) {
            throw at.fault("the currency must be VND");
        }
    }
}
