package vn.phopay.http.merchant;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.phopay.access.Password;
import vn.phopay.access.PhoneNumber;
import vn.phopay.http.Fields;
import vn.phopay.merchant.BankAccount;
import vn.phopay.merchant.CategoryCode;
import vn.phopay.merchant.CleanText;
import vn.phopay.merchant.Language;
import vn.phopay.merchant.LocateOutlet;
import vn.phopay.merchant.MerchantRules;
import vn.phopay.merchant.NewOutlet;
import vn.phopay.merchant.OutletPlace;
import vn.phopay.merchant.Profile;
import vn.phopay.merchant.Registration;
import vn.phopay.merchant.TaxCode;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.place.PlaceKind;
import vn.phopay.place.Validity;

/** Reads the members of registrations, outlets and accounts, and says of each fault where it is. */
public final class MerchantFields {
    static final String PHONE_RULE = "must be a Vietnamese phone number, such as +84912345678";
    static final String LANGUAGE_RULE = "must be vi or en";
    static final String BIN_RULE = "must be the six-digit BIN of a bank that we know";

    private static final int CODE_LENGTH_MAX = 64;
    /** What faulty fields read as until the faults are reported; never stored. */
    private static final TaxCode NO_TAX_CODE = new TaxCode("");
    private static final PhoneNumber NO_PHONE = new PhoneNumber("");
    private static final CategoryCode NO_CATEGORY = new CategoryCode("");
    private static final OutletPlace NOWHERE = new OutletPlace(
            new Place("", PlaceKind.DISTRICT, "", "", null, Validity.since(LocalDate.EPOCH),
                    new JsonObject()),
            Optional.empty(),
            Optional.empty());

    private final MerchantRules rules;

    /** Places are found in {@code places}, banks by {@code knownBin}, today by {@code clock}. */
    public MerchantFields(PlaceDirectory places, Predicate<String> knownBin, Clock clock) {
        this.rules = new MerchantRules(places, knownBin, clock);
    }

    /** A whole registration. */
    Registration registration(Fields body) {
        Profile profile = new Profile(
                name(body, "legalName", MerchantRules::legalName, Profile.LEGAL_NAME_LENGTH_MAX),
                name(body, "displayName", MerchantRules::displayName, Profile.DISPLAY_NAME_LENGTH_MAX),
                body.required("taxCode", this::taxCode, TaxCode.RULE, NO_TAX_CODE),
                body.required("phone", PhoneNumber::parse, PHONE_RULE, NO_PHONE),
                body.required("categoryCode", CategoryCode::parse, CategoryCode.RULE, NO_CATEGORY),
                body.optional("locale", Language::parse, LANGUAGE_RULE).orElse(Language.VI),
                0);
        Password password = body.verbatim("password", Password::parse, Password.RULE, Password.STAND_IN);
        BankAccount account = account(body.object("account"));
        List<NewOutlet> outlets =
                body.objects("outlets", 1, Registration.OUTLETS_MAX).stream().map(this::outlet).toList();
        body.check();
        return new Registration(profile, password, account, outlets);
    }

    /** An outlet, as of today. */
    NewOutlet outlet(Fields body) {
        return new NewOutlet(
                name(body, "name", MerchantRules::outletName, NewOutlet.NAME_LENGTH_MAX),
                name(body, "address", MerchantRules::address, NewOutlet.ADDRESS_LENGTH_MAX),
                place(body));
    }

    /** A bank account. */
    BankAccount account(Fields body) {
        return new BankAccount(
                body.required("bankBin", this::bin, BIN_RULE, ""),
                body.required("accountNumber", MerchantRules::accountNumber, BankAccount.NUMBER_RULE, ""),
                body.required("accountName", MerchantRules::accountName, BankAccount.NAME_RULE, ""));
    }

    Optional<TaxCode> taxCode(String text) {
        return rules.taxCode(text);
    }

    Optional<String> bin(String text) {
        return rules.bin(text);
    }

    private static String name(
            Fields body, String field, Function<String, Optional<String>> rule, int lengthMax) {
        return body.required(field, rule, CleanText.rule(lengthMax), "");
    }

    private OutletPlace place(Fields body) {
        String district = body.text("districtCode", 1, CODE_LENGTH_MAX);
        LocateOutlet.Address address = new LocateOutlet.Address(
                district,
                body.optionalText("wardCode", CODE_LENGTH_MAX),
                body.optionalText("streetId", CODE_LENGTH_MAX));
        if (district.isEmpty()) {
            return NOWHERE;
        }
        return switch (rules.locate(address)) {
            case LocateOutlet.Located(OutletPlace place) -> place;
            case LocateOutlet.NotThere(String field, String detail) -> {
                body.fail(field, detail);
                yield NOWHERE;
            }
        };
    }
}
