package vn.phopay.merchant;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;
import java.util.function.Predicate;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.time.BusinessDay;

/**
 * What a merchant may say about itself: the one place of these rules, whether it is said in a call or on a page. Every
 * method reads one text and gives it in its clean form; empty where the rule is broken.
 */
public final class MerchantRules {
    private final PlaceDirectory places;
    private final LocateOutlet locate;
    private final Predicate<String> knownBin;
    private final Clock clock;

    /** Places are found in {@code places}, banks by {@code knownBin}, today by {@code clock}. */
    public MerchantRules(PlaceDirectory places, Predicate<String> knownBin, Clock clock) {
        this.places = places;
        this.locate = new LocateOutlet(places);
        this.knownBin = knownBin;
        this.clock = clock;
    }

    /** The name in the business registration. */
    public static Optional<String> legalName(String text) {
        return CleanText.upTo(Profile.LEGAL_NAME_LENGTH_MAX).apply(text);
    }

    /** The name that customers know. */
    public static Optional<String> displayName(String text) {
        return CleanText.upTo(Profile.DISPLAY_NAME_LENGTH_MAX).apply(text);
    }

    /** An outlet's name. */
    public static Optional<String> outletName(String text) {
        return CleanText.upTo(NewOutlet.NAME_LENGTH_MAX).apply(text);
    }

    /** An outlet's street address. */
    public static Optional<String> address(String text) {
        return CleanText.upTo(NewOutlet.ADDRESS_LENGTH_MAX).apply(text);
    }

    /** An account's number. */
    public static Optional<String> accountNumber(String text) {
        return Optional.of(text).filter(BankAccount::isNumber);
    }

    /** An account's holder, as banks write it. */
    public static Optional<String> accountName(String text) {
        return CleanText.accountName(text, BankAccount.NAME_LENGTH_MAX);
    }

    /** A tax code. */
    public Optional<TaxCode> taxCode(String text) {
        return TaxCode.parse(text, Year.from(today()));
    }

    /** A bank's six digits. */
    public Optional<String> bin(String text) {
        return Optional.of(text).filter(knownBin);
    }

    /** Where an outlet stands, as of today. */
    public LocateOutlet.Outcome locate(LocateOutlet.Address address) {
        return locate.locate(address, today());
    }

    /** The address of a street that we keep, in the district it lies in; its ward follows where it is known. */
    public Optional<LocateOutlet.Address> onStreet(String streetId) {
        return places.street(streetId)
                .flatMap(street -> places.districtsOf(street, today()).stream().findFirst())
                .map(district -> new LocateOutlet.Address(
                        district.code(), Optional.empty(), Optional.of(streetId)));
    }

    private LocalDate today() {
        return BusinessDay.of(clock.instant());
    }
}
