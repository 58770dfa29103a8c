package vn.phopay.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.phopay.access.PhoneNumber;
import vn.phopay.access.Principal;
import vn.phopay.consent.ConsentEvidence;
import vn.phopay.merchant.BankAccount;
import vn.phopay.merchant.CleanText;
import vn.phopay.merchant.LocateOutlet;
import vn.phopay.merchant.MerchantRules;
import vn.phopay.merchant.NewOutlet;
import vn.phopay.merchant.OutletPlace;
import vn.phopay.merchant.Profile;
import vn.phopay.merchant.TaxCode;

/**
 * Says which answers hold, by the {@link MerchantRules} that hold for calls, too. It adds no rule about merchants: it
 * only forgives the blanks and dots that people put between digits, and finds out which fault it was, so that a page
 * can say it in everyday words.
 */
public final class CheckAnswers {
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s.]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+(-[0-9]+)?");
    private static final int COMPANY_DIGITS = 10;
    private static final int PERSON_DIGITS = 12;
    private static final int BRANCH_DIGITS = 13;

    private final MerchantRules rules;

    /** Checks by {@code rules}. */
    public CheckAnswers(MerchantRules rules) {
        this.rules = rules;
    }

    /**
     * Who answers.
     *
     * @param assisted whether a helper answers for the owner
     * @param district the districts that may be answered, by code
     */
    public record Scope(boolean assisted, Predicate<String> district) {
        /** The owner: any district. */
        public static final Scope OWNER = new Scope(false, code -> true);

        /** A helper: his districts. */
        public static Scope of(Principal helper) {
            return new Scope(true, helper::staffOf);
        }
    }

    /** Everything holds, or something does not. */
    public sealed interface Outcome permits Complete, Faulty {}

    /**
     * Everything holds.
     *
     * @param profile who the shop is
     * @param outlet its outlet
     * @param account its account
     * @param form how the owner agreed
     * @param note what helps to find the proof
     */
    public record Complete(
            ShopProfile profile,
            NewOutlet outlet,
            BankAccount account,
            ConsentEvidence.Form form,
            Optional<String> note) implements Outcome {}

    /** Something does not hold. */
    public record Faulty(List<AnswerFault> faults) implements Outcome {
        /** Copies {@code faults}, at least one. */
        public Faulty {
            faults = List.copyOf(faults);
        }

        /** The first screen with a fault. */
        public Screen screen() {
            return faults.getFirst().question().screen();
        }
    }

    /** What is wrong on one screen, in the order of its questions; empty where it may be left. */
    public List<AnswerFault> faults(Screen screen, Answers answers, Scope scope) {
        Reading reading = new Reading(answers, scope);
        switch (screen) {
            case SHOP -> readShop(reading);
            case PLACE -> readPlace(reading);
            case ACCOUNT -> readAccount(reading);
            case LOGIN -> readLogin(reading);
        }
        return reading.faults;
    }

    /** Checks all screens at once. */
    public Outcome check(Answers answers, Scope scope) {
        Reading reading = new Reading(answers, scope);
        Optional<ShopProfile.Shop> shop = readShop(reading);
        Optional<OutletSpot> spot = readPlace(reading);
        Optional<BankAccount> account = readAccount(reading);
        Optional<LoginPart> login = readLogin(reading);
        if (!reading.faults.isEmpty() || shop.isEmpty() || spot.isEmpty() || account.isEmpty() || login.isEmpty()) {
            return new Faulty(reading.faults);
        }
        NewOutlet outlet = new NewOutlet(shop.get().displayName(), spot.get().address(), spot.get().place());
        return new Complete(new ShopProfile(shop.get(), login.get().phone()), outlet, account.get(),
                login.get().form(), login.get().note());
    }

    private record OutletSpot(String address, OutletPlace place) {}

    private record LoginPart(PhoneNumber phone, ConsentEvidence.Form form, Optional<String> note) {}

    private Optional<ShopProfile.Shop> readShop(Reading reading) {
        Optional<String> displayName = reading.read(Question.DISPLAY_NAME, MerchantRules::displayName,
                text -> text.isEmpty() ? AnswerFault.DISPLAY_NAME_MISSING
                        : isLonger(text, Profile.DISPLAY_NAME_LENGTH_MAX) ? AnswerFault.DISPLAY_NAME_TOO_LONG
                        : AnswerFault.DISPLAY_NAME_ODD);
        Optional<Trade> trade =
                reading.read(Question.TRADE, Trade::parse, text -> AnswerFault.TRADE_MISSING);
        Optional<String> legalName = reading.read(Question.LEGAL_NAME, MerchantRules::legalName,
                text -> text.isEmpty() ? AnswerFault.LEGAL_NAME_MISSING
                        : isLonger(text, Profile.LEGAL_NAME_LENGTH_MAX) ? AnswerFault.LEGAL_NAME_TOO_LONG
                        : AnswerFault.LEGAL_NAME_ODD);
        Optional<TaxCode> taxCode = reading.read(Question.TAX_CODE, text -> rules.taxCode(joined(text)),
                text -> taxCodeFault(joined(text)));
        return displayName.flatMap(name -> legalName.flatMap(legal -> taxCode.flatMap(code ->
                trade.map(sold -> new ShopProfile.Shop(name, legal, code, sold.category())))));
    }

    private static AnswerFault taxCodeFault(String text) {
        if (text.isEmpty()) {
            return AnswerFault.TAX_CODE_MISSING;
        }
        if (!DIGITS.matcher(text).matches()) {
            return AnswerFault.TAX_CODE_NOT_DIGITS;
        }
        return switch (text.replace("-", "").length()) {
            case COMPANY_DIGITS, BRANCH_DIGITS -> AnswerFault.TAX_CODE_MISTYPED;
            case PERSON_DIGITS -> AnswerFault.TAX_CODE_NOT_PERSON;
            default -> AnswerFault.TAX_CODE_LENGTH;
        };
    }

    private Optional<OutletSpot> readPlace(Reading reading) {
        Answers answers = reading.answers;
        boolean inWords = !answers.isBlank(Question.AREA) || !answers.isBlank(Question.ADDRESS);
        if (answers.isBlank(Question.STREET)) {
            return inWords ? readWords(reading) : reading.fail(AnswerFault.STREET_MISSING);
        }
        return inWords ? reading.fail(AnswerFault.STREET_AND_ADDRESS) : readStreet(reading);
    }

    private Optional<OutletSpot> readStreet(Reading reading) {
        Optional<OutletPlace> place = reading.read(Question.STREET,
                street -> rules.onStreet(street).flatMap(this::locate), text -> AnswerFault.STREET_UNKNOWN);
        boolean elsewhere = place.filter(found -> !reading.scope.district().test(found.district().code())).isPresent();
        if (elsewhere) {
            reading.fail(AnswerFault.STREET_NOT_YOURS);
        }
        if (reading.answers.isBlank(Question.HOUSE_NUMBER)) {
            return reading.fail(AnswerFault.HOUSE_NUMBER_MISSING);
        }
        return place.flatMap(found -> reading.read(Question.HOUSE_NUMBER,
                number -> MerchantRules.address(number + ' ' + found.street().orElseThrow().nameVi()),
                text -> AnswerFault.HOUSE_NUMBER_ODD).map(address -> new OutletSpot(address, found)));
    }

    private Optional<OutletSpot> readWords(Reading reading) {
        Optional<OutletPlace> place = reading.read(Question.AREA,
                area -> PlaceChoices.areaOf(area).flatMap(this::locate),
                text -> text.isEmpty() ? AnswerFault.AREA_MISSING : AnswerFault.AREA_UNKNOWN);
        boolean elsewhere = place.filter(found -> !reading.scope.district().test(found.district().code())).isPresent();
        if (elsewhere) {
            reading.fail(AnswerFault.AREA_NOT_YOURS);
        }
        Optional<String> address = reading.read(Question.ADDRESS, MerchantRules::address,
                text -> text.isEmpty() ? AnswerFault.ADDRESS_MISSING : AnswerFault.ADDRESS_ODD);
        return place.flatMap(found -> address.map(words -> new OutletSpot(words, found)));
    }

    private Optional<OutletPlace> locate(LocateOutlet.Address address) {
        return rules.locate(address) instanceof LocateOutlet.Located(OutletPlace place)
                ? Optional.of(place)
                : Optional.empty();
    }

    private Optional<BankAccount> readAccount(Reading reading) {
        Optional<String> bin = reading.read(Question.BANK, rules::bin,
                text -> text.isEmpty() ? AnswerFault.BANK_MISSING : AnswerFault.BANK_UNKNOWN);
        Optional<String> number = reading.read(Question.ACCOUNT_NUMBER,
                text -> MerchantRules.accountNumber(joined(text)),
                text -> text.isEmpty() ? AnswerFault.ACCOUNT_NUMBER_MISSING : AnswerFault.ACCOUNT_NUMBER_ODD);
        Optional<String> name = reading.read(Question.ACCOUNT_NAME, MerchantRules::accountName,
                text -> text.isEmpty() ? AnswerFault.ACCOUNT_NAME_MISSING : AnswerFault.ACCOUNT_NAME_ODD);
        return bin.flatMap(bank -> number.flatMap(digits ->
                name.map(holder -> new BankAccount(bank, digits, holder))));
    }

    private static Optional<LoginPart> readLogin(Reading reading) {
        Optional<PhoneNumber> phone = reading.read(Question.PHONE, PhoneNumber::parse,
                text -> text.isEmpty() ? AnswerFault.PHONE_MISSING : AnswerFault.PHONE_ODD);
        reading.read(Question.CONSENT_TERMS, CheckAnswers::yes, text -> AnswerFault.CONSENT_TERMS_MISSING);
        reading.read(Question.CONSENT_DATA, CheckAnswers::yes, text -> AnswerFault.CONSENT_DATA_MISSING);
        Optional<ConsentEvidence.Form> form = reading.scope.assisted()
                ? reading.read(Question.CONSENT_FORM, CheckAnswers::formOf, text -> AnswerFault.CONSENT_FORM_MISSING)
                : Optional.of(ConsentEvidence.Form.TICKED);
        Optional<String> note = reading.scope.assisted() && !reading.answers.isBlank(Question.CONSENT_NOTE)
                ? reading.read(Question.CONSENT_NOTE, CleanText.upTo(ConsentEvidence.NOTE_LENGTH_MAX),
                        text -> AnswerFault.CONSENT_NOTE_ODD)
                : Optional.empty();
        return phone.flatMap(number -> form.map(how -> new LoginPart(number, how, note)));
    }

    private static Optional<String> yes(String text) {
        return Optional.of(text).filter(Question.YES::equals);
    }

    /** How an owner agreed before a helper: a tick is none. */
    private static Optional<ConsentEvidence.Form> formOf(String text) {
        return switch (text) {
            case "SIGNED_PAPER" -> Optional.of(ConsentEvidence.Form.SIGNED_PAPER);
            case "SPOKEN" -> Optional.of(ConsentEvidence.Form.SPOKEN);
            default -> Optional.empty();
        };
    }

    private static String joined(String text) {
        return BETWEEN_DIGITS.matcher(text).replaceAll("");
    }

    private static boolean isLonger(String text, int lengthMax) {
        return text.codePointCount(0, text.length()) > lengthMax;
    }

    /** Reads answers one by one and collects what is wrong with them. */
    private static final class Reading {
        private final Answers answers;
        private final Scope scope;
        private final List<AnswerFault> faults = new ArrayList<>();

        Reading(Answers answers, Scope scope) {
            this.answers = answers;
            this.scope = scope;
        }

        /** The answer by {@code rule}; where it breaks it, {@code why} tells the fault. */
        <T> Optional<T> read(
                Question question, Function<String, Optional<T>> rule, Function<String, AnswerFault> why) {
            String text = answers.get(question);
            Optional<T> value = rule.apply(text);
            return value.isPresent() ? value : fail(why.apply(text));
        }

        <T> Optional<T> fail(AnswerFault fault) {
            faults.add(fault);
            return Optional.empty();
        }
    }
}
