package vn.phopay.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phopay.access.Principal;
import vn.phopay.access.Role;
import vn.phopay.consent.ConsentEvidence;
import vn.phopay.merchant.Language;
import vn.phopay.merchant.MerchantRules;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.place.PlaceSeed;
import vn.phopay.qr.BankTable;
import vn.phopay.testing.MovableClock;
import vn.phopay.web.Words;

class CheckAnswersTest {
    private static final MovableClock CLOCK = MovableClock.morning();
    private static final PlaceDirectory PLACES =
            new PlaceDirectory(PlaceSeed.load().places(), PlaceSeed.load().memberships());
    private static final CheckAnswers CHECK = new CheckAnswers(
            new MerchantRules(PLACES, bin -> BankTable.standard().find(bin).isPresent(), CLOCK));
    private static final CheckAnswers.Scope OWNER = CheckAnswers.Scope.OWNER;
    private static final CheckAnswers.Scope HELPER = CheckAnswers.Scope.of(
            new Principal(UUID.randomUUID(), Role.REGISTRAR, Set.of("002")));

    @Test
    void checkShouldGiveTheMerchantWhenEverythingHolds() {
        CheckAnswers.Complete complete =
                assertInstanceOf(CheckAnswers.Complete.class, CHECK.check(right(), OWNER));

        assertEquals("Phở Hoa", complete.profile().toProfile(Language.VI).displayName());
        assertEquals("001187123456", complete.profile().shop().taxCode().value());
        assertEquals("5812", complete.profile().shop().category().value());
        assertEquals("+84912345678", complete.profile().phone().e164());
        assertEquals("Phở Hoa", complete.outlet().name());
        assertEquals("12 Hàng Ngang", complete.outlet().address());
        assertEquals("002", complete.outlet().place().district().code());
        assertEquals("00070", complete.outlet().place().ward().orElseThrow().code());
        assertEquals("0123456789", complete.account().number());
        assertEquals("NGUYEN THI HOA", complete.account().name());
        assertEquals(ConsentEvidence.Form.TICKED, complete.form());
    }

    @Test
    void checkShouldTakeAnAddressInWordsInAnyWard() {
        Answers inWords = right("street", "", "houseNumber", "", "area", "003:00097", "address", "25 ngõ 12 Thụy Khuê");

        CheckAnswers.Complete complete =
                assertInstanceOf(CheckAnswers.Complete.class, CHECK.check(inWords, OWNER));

        assertEquals("25 ngõ 12 Thụy Khuê", complete.outlet().address());
        assertEquals("003", complete.outlet().place().district().code());
        assertEquals("00097", complete.outlet().place().ward().orElseThrow().code());
        assertTrue(complete.outlet().place().street().isEmpty());
        assertEquals(List.of(), CHECK.faults(Screen.PLACE, right("street", "", "area", "003:", "address", "Chợ"),
                OWNER));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "displayName,'',DISPLAY_NAME_MISSING",
        "displayName,100 x,-",
        "displayName,101 x,DISPLAY_NAME_TOO_LONG",
        "displayName,Phở\u200bHoa,DISPLAY_NAME_ODD",
        "trade,'',TRADE_MISSING",
        "trade,GUNS,TRADE_MISSING",
        "legalName,'',LEGAL_NAME_MISSING",
        "legalName,200 x,-",
        "legalName,201 x,LEGAL_NAME_TOO_LONG",
        "legalName,Ho\u202eten,LEGAL_NAME_ODD",
        "taxCode,'',TAX_CODE_MISSING",
        "taxCode,01000475l6,TAX_CODE_NOT_DIGITS",
        "taxCode,0100 047 516,-",
        "taxCode,0100047516-001,-",
        "taxCode,0100047517,TAX_CODE_MISTYPED",
        "taxCode,010004751,TAX_CODE_LENGTH",
        "taxCode,999999999999,TAX_CODE_NOT_PERSON",
        "street,nguyen-hue,STREET_UNKNOWN",
        "houseNumber,'',HOUSE_NUMBER_MISSING",
        "houseNumber,199 x,HOUSE_NUMBER_ODD",
        "address,12 Hàng Ngang,STREET_AND_ADDRESS",
        "bank,'',BANK_MISSING",
        "bank,123456,BANK_UNKNOWN",
        "accountNumber,'',ACCOUNT_NUMBER_MISSING",
        "accountNumber,0123 4567 89,-",
        "accountNumber,19 1,-",
        "accountNumber,20 1,ACCOUNT_NUMBER_ODD",
        "accountNumber,0123-456,ACCOUNT_NUMBER_ODD",
        "accountName,'',ACCOUNT_NAME_MISSING",
        "accountName,Nguyễn Thị Hoà,-",
        "accountName,NGUYEN_HOA,ACCOUNT_NAME_ODD",
        "accountName,71 X,ACCOUNT_NAME_ODD",
        "phone,'',PHONE_MISSING",
        "phone,091234567,PHONE_ODD",
        "phone,+1 202 555 0123,PHONE_ODD",
        "consentTerms,'',CONSENT_TERMS_MISSING",
        "consentData,maybe,CONSENT_DATA_MISSING",
        "consentNews,'',-"})
    void faultsShouldNameWhatIsWrongJustOutsideTheRule(String key, String typed, AnswerFault fault) {
        Answers answers = right(key, written(typed));
        Screen screen = Question.parse(key).orElseThrow().screen();

        assertEquals(fault == null ? List.of() : List.of(fault), CHECK.faults(screen, answers, OWNER));
        assertEquals(fault == null, CHECK.check(answers, OWNER) instanceof CheckAnswers.Complete);
    }

    @ParameterizedTest
    @CsvSource({
        "'','',STREET_MISSING",
        "'',Thụy Khuê,AREA_MISSING",
        "002:00070,'',ADDRESS_MISSING",
        "002:99999,Thụy Khuê,AREA_UNKNOWN",
        "003:00070,Thụy Khuê,AREA_UNKNOWN",
        "00070,Thụy Khuê,AREA_UNKNOWN"})
    void faultsShouldAskForWardAndAddressWhenThereIsNoStreet(String area, String address, AnswerFault fault) {
        Answers answers = right("street", "", "houseNumber", "", "area", area, "address", address);

        assertEquals(List.of(fault), CHECK.faults(Screen.PLACE, answers, OWNER));
    }

    @Test
    void helperShouldRegisterInHisDistrictsOnlyAndSayHowTheOwnerAgreed() {
        assertEquals(List.of(), CHECK.faults(Screen.PLACE, right(), HELPER));
        assertEquals(List.of(AnswerFault.STREET_NOT_YOURS),
                CHECK.faults(Screen.PLACE, right("street", "ngu-xa"), HELPER));
        assertEquals(List.of(AnswerFault.AREA_NOT_YOURS), CHECK.faults(
                Screen.PLACE, right("street", "", "area", "003:", "address", "Thụy Khuê"), HELPER));
        assertEquals(List.of(AnswerFault.CONSENT_FORM_MISSING), CHECK.faults(Screen.LOGIN, right(), HELPER));
        assertEquals(List.of(AnswerFault.CONSENT_FORM_MISSING),
                CHECK.faults(Screen.LOGIN, right("consentForm", "TICKED"), HELPER));
        assertEquals(List.of(AnswerFault.CONSENT_NOTE_ODD), CHECK.faults(
                Screen.LOGIN, right("consentForm", "SPOKEN", "consentNote", "a\u202eb"), HELPER));
        CheckAnswers.Complete complete = assertInstanceOf(CheckAnswers.Complete.class,
                CHECK.check(right("consentForm", "SIGNED_PAPER", "consentNote", "phiếu 15"), HELPER));
        assertEquals(ConsentEvidence.Form.SIGNED_PAPER, complete.form());
        assertEquals("phiếu 15", complete.note().orElseThrow());
    }

    @Test
    void checkShouldLeadToTheFirstScreenThatIsWrong() {
        CheckAnswers.Faulty faulty = assertInstanceOf(CheckAnswers.Faulty.class,
                CHECK.check(right("phone", "", "bank", ""), OWNER));

        assertEquals(List.of(AnswerFault.BANK_MISSING, AnswerFault.PHONE_MISSING), faulty.faults());
        assertEquals(Screen.ACCOUNT, faulty.screen());
    }

    @Test
    void everyFaultShouldHaveWordsInBothLanguages() {
        for (Language language : Language.values()) {
            Words words = Words.load(language);
            EnumSet.allOf(AnswerFault.class).forEach(fault ->
                    assertTrue(words.has(fault.messageKey()), language + " " + fault.messageKey()));
            EnumSet.allOf(Trade.class).forEach(trade ->
                    assertTrue(words.has(trade.nameKey()), language + " " + trade.nameKey()));
        }
    }

    /** Answers that all hold, but for those given as key and text. */
    static Answers right(String... changes) {
        Map<String, String> typed = new HashMap<>(Map.ofEntries(
                Map.entry("displayName", "Phở Hoa"), Map.entry("trade", "FOOD"),
                Map.entry("legalName", "Hộ kinh doanh Nguyễn Thị Hoa"), Map.entry("taxCode", "001187123456"),
                Map.entry("street", "hang-ngang"), Map.entry("houseNumber", "12"),
                Map.entry("bank", "970422"), Map.entry("accountNumber", "0123456789"),
                Map.entry("accountName", "NGUYEN THI HOA"), Map.entry("phone", "0912 345 678"),
                Map.entry("consentTerms", "yes"), Map.entry("consentData", "yes")));
        for (int i = 0; i < changes.length; i += 2) {
            typed.put(changes[i], changes[i + 1]);
        }
        Answers answers = Answers.NONE;
        for (Screen screen : Screen.values()) {
            answers = answers.with(Answers.of(screen, key -> typed.getOrDefault(key, "")));
        }
        return answers;
    }

    /** {@code 100 x} is a text of 100 characters. */
    private static String written(String typed) {
        return typed.matches("\\d+ [xX1]") && typed.split(" ", 2)[0].length() > 1
                ? typed.substring(typed.length() - 1).repeat(Integer.parseInt(typed.split(" ", 2)[0]))
                : typed;
    }
}
