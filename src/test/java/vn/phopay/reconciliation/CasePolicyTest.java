package vn.phopay.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.phopay.identity.CaseId;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.PaymentId;
import vn.phopay.reconciliation.CasePolicy.Alone;
import vn.phopay.reconciliation.CasePolicy.NotApplicable;
import vn.phopay.reconciliation.CasePolicy.Together;
import vn.phopay.reconciliation.CasePolicy.Why;

class CasePolicyTest {
    private static final MerchantId HOA = new MerchantId(UUID.randomUUID());
    private static final MerchantId LAN = new MerchantId(UUID.randomUUID());

    /** Every kind with every action: of a credit that nobody may claim, assigned to Hoa. */
    @ParameterizedTest
    @CsvSource({
        "UNMATCHED,                ALONE,  ALONE,  ALONE, NEVER",
        "WRONG_ACCOUNT,            ALONE,  ALONE,  TWO, NEVER",
        "SEVERAL_CODES,            ALONE,  ALONE,  TWO, NEVER",
        "LATE,                     ALONE,  ALONE,  ALONE, NEVER",
        "POSSIBLE_DUPLICATE,       ALONE,  ALONE,  TWO, NEVER",
        "CONFLICT,                 NEVER,  NEVER,  TWO, NEVER",
        "AMOUNT_MISMATCH,          NEVER,  NEVER,  TWO, NEVER",
        "MISSING_IN_STATEMENT,     NEVER,  NEVER,  TWO, NEVER",
        "REVERSAL_WITHOUT_ORIGINAL,NEVER,  NEVER,  TWO, NEVER",
        "STATEMENT_GAP,            NEVER,  NEVER,  TWO, NEVER",
        "STATEMENT_UNBALANCED,     NEVER,  NEVER,  TWO, NEVER",
        "STATEMENT_AMBIGUOUS,      NEVER,  NEVER,  TWO, NEVER",
        "CODE_TAMPERED,            NEVER,  NEVER,  ALONE, ALONE"})
    void judgeShouldSayWhoMayDecideWhenNobodyClaimsTheMoney(
            CaseKind kind, String assign, String refund, String ignore, String confirm) {
        CaseFile file = file(kind, true, null, null);
        assertEquals(assign, word(CasePolicy.judge(file, CaseAction.ASSIGN, Optional.of(HOA))));
        assertEquals(refund, word(CasePolicy.judge(file, CaseAction.REFUND, Optional.empty())));
        assertEquals(ignore, word(CasePolicy.judge(file, CaseAction.IGNORE, Optional.empty())));
        assertEquals(confirm, word(CasePolicy.judge(file, CaseAction.CONFIRM, Optional.empty())));
    }

    @ParameterizedTest
    @EnumSource(CaseKind.class)
    void applicableShouldBeWhatIsNotRefused(CaseKind kind) {
        for (boolean credit : new boolean[] {true, false}) {
            CaseFile file = file(kind, credit, null, null);
            Set<CaseAction> allowed = EnumSet.noneOf(CaseAction.class);
            for (CaseAction action : CaseAction.values()) {
                if (!(CasePolicy.judge(file, action, Optional.of(HOA)) instanceof NotApplicable)) {
                    allowed.add(action);
                }
            }
            assertEquals(allowed, CasePolicy.applicable(file));
        }
    }

    @ParameterizedTest
    @EnumSource(value = CaseKind.class, names = {
        "UNMATCHED", "WRONG_ACCOUNT", "SEVERAL_CODES", "LATE", "POSSIBLE_DUPLICATE"})
    void assignShouldTakeTwoWhenItMovesMoneyBetweenMerchants(CaseKind kind) {
        Optional<MerchantId> toHoa = Optional.of(HOA);
        assertEquals(new Together(Why.MOVED_BETWEEN_MERCHANTS),
                CasePolicy.judge(file(kind, true, LAN, null), CaseAction.ASSIGN, toHoa));
        assertEquals(new Together(Why.MOVED_BETWEEN_MERCHANTS),
                CasePolicy.judge(file(kind, true, LAN, LAN), CaseAction.ASSIGN, toHoa));
        assertEquals(new Together(Why.ACCOUNT_OF_ANOTHER),
                CasePolicy.judge(file(kind, true, null, LAN), CaseAction.ASSIGN, toHoa));
        assertEquals(new Together(Why.ACCOUNT_OF_ANOTHER),
                CasePolicy.judge(file(kind, true, HOA, LAN), CaseAction.ASSIGN, toHoa));
        assertEquals(new Alone(), CasePolicy.judge(file(kind, true, HOA, HOA), CaseAction.ASSIGN, toHoa));
        assertEquals(new Alone(), CasePolicy.judge(file(kind, true, null, HOA), CaseAction.ASSIGN, toHoa));
    }

    @Test
    void ignoreShouldTakeTwoWhenUnmatchedMoneyTurnsOutToBeSomebodys() {
        assertEquals(new Together(Why.LOSS_ACCEPTED),
                CasePolicy.judge(file(CaseKind.UNMATCHED, true, null, LAN), CaseAction.IGNORE, Optional.empty()));
        assertEquals(new Together(Why.LOSS_ACCEPTED),
                CasePolicy.judge(file(CaseKind.UNMATCHED, true, LAN, null), CaseAction.IGNORE, Optional.empty()));
        assertEquals(new Alone(),
                CasePolicy.judge(file(CaseKind.LATE, true, LAN, LAN), CaseAction.IGNORE, Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(CaseKind.class)
    void moneyThatLeftShouldNeitherBeAssignedNorGivenBack(CaseKind kind) {
        CaseFile debit = file(kind, false, null, null);
        assertInstanceOf(NotApplicable.class, CasePolicy.judge(debit, CaseAction.ASSIGN, Optional.of(HOA)));
        assertInstanceOf(NotApplicable.class, CasePolicy.judge(debit, CaseAction.REFUND, Optional.empty()));
    }

    private static String word(CasePolicy.Verdict verdict) {
        return switch (verdict) {
            case Alone alone -> "ALONE";
            case Together(Why why) -> "TWO";
            case NotApplicable(String detail) -> "NEVER";
        };
    }

    private static CaseFile file(
            CaseKind kind, boolean credit, @Nullable MerchantId merchant, @Nullable MerchantId owner) {
        CaseFile.CasePayment payment = new CaseFile.CasePayment(new PaymentId(UUID.randomUUID()), "FT1", credit,
                50_000, "", Instant.EPOCH, "UNMATCHED",
                new CaseFile.Attributed(merchant == null ? null : merchant.value(), null, null));
        return new CaseFile(new CaseId(UUID.randomUUID()), kind, LocalDate.EPOCH, "mbbank", "0123",
                new CaseFile.Standing(CaseStatus.OPEN, Optional.empty(), 1, Instant.EPOCH, Optional.empty(),
                        Optional.empty()),
                new JsonObject().put("amount", 50_000),
                new CaseFile.About(Optional.of(payment), Optional.ofNullable(owner), Set.of()));
    }
}
