package vn.phopay.programme;

import java.time.LocalDate;
import java.util.Optional;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.merchant.MerchantStatus;

/**
 * A registered outlet of a street.
 *
 * @param id its id
 * @param merchant whose it is
 * @param name its name
 * @param address as it was registered
 * @param status how the city has decided about the merchant
 * @param lastCreditOn the last day with a standing credit; empty where there was none
 */
public record StreetOutlet(
        OutletId id,
        MerchantId merchant,
        String name,
        String address,
        MerchantStatus status,
        Optional<LocalDate> lastCreditOn) {
    /** An outlet is active while its last credit is among this many days, today included. */
    public static final int ACTIVE_DAYS = 30;

    /** Whether it had a credit in the {@link #ACTIVE_DAYS} days that end with {@code today}. */
    public boolean isActive(LocalDate today) {
        return lastCreditOn.filter(day -> day.isAfter(today.minusDays(ACTIVE_DAYS))).isPresent();
    }

    /** The house number that its address begins with. */
    public HouseNumber house() {
        int comma = address.indexOf(',');
        String first = comma < 0 ? address : address.substring(0, comma);
        return new HouseNumber(first.replaceFirst("^(\\P{Nd}*[0-9]+\\p{L}?(?:/[0-9]+\\p{L}?)*).*$", "$1"));
    }
}
