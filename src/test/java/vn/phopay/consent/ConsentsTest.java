package vn.phopay.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phopay.db.SqlOutcome;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.StaffId;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.ShopRows;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class ConsentsTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("consents");

    private static final ShopRows SHOPS = new ShopRows(DB.pool());

    private final Pool pool = DB.pool();
    private final MovableClock clock = MovableClock.morning();
    private final Consents consents = new Consents(new IdSource(clock), clock);
    private MerchantId merchant;
    private StaffId staff;

    @BeforeEach
    void insert() {
        merchant = new MerchantId(SHOPS.insert("970422", UUID.randomUUID().toString().substring(0, 8)).merchant());
        staff = new StaffId(UUID.randomUUID());
        await(pool.preparedQuery("INSERT INTO staff (staff_id, login, name, role, created_at)"
                + " VALUES ($1, $2, 'Lan', 'REGISTRAR', now())")
                .execute(Tuple.of(staff.value(), "lan-" + staff.value())));
    }

    @Test
    void actsShouldBeAddedAndTheLastOneCount() {
        assertTrue(give(ConsentPurpose.NEWS, ConsentEvidence.ticked()));
        clock.advance(Duration.ofDays(3));
        assertTrue(await(consents.withdraw(pool, merchant, ConsentPurpose.NEWS, ConsentEvidence.ticked())));
        clock.advance(Duration.ofDays(1));
        assertTrue(give(ConsentPurpose.NEWS, spoken()));

        assertEquals(List.of("NEWS 1 GIVEN TICKED", "NEWS 2 WITHDRAWN TICKED", "NEWS 3 GIVEN SPOKEN"), texts(
                await(consents.history(pool, merchant))));
        Consent current = await(consents.current(pool, merchant)).getFirst();
        assertTrue(current.isGiven());
        assertFalse(current.isOfOldText());
        assertEquals(clock.instant(), current.at());
        assertEquals(Optional.of("phiếu 15"), current.evidence().note());
        assertEquals(staff, current.evidence().recordedBy());
    }

    @Test
    void currentShouldTellEachPurposeThatWasAskedInOrder() {
        give(ConsentPurpose.NEWS, ConsentEvidence.ticked());
        give(ConsentPurpose.TERMS, ConsentEvidence.ticked());

        assertEquals(List.of("TERMS 1 GIVEN TICKED", "NEWS 1 GIVEN TICKED"),
                texts(await(consents.current(pool, merchant))));
    }

    @Test
    void giveShouldWriteNothingWhenItHoldsAlreadyAndSomethingWhenTheTextIsNew() {
        assertTrue(give(ConsentPurpose.TERMS, ConsentEvidence.ticked()));
        assertFalse(give(ConsentPurpose.TERMS, ConsentEvidence.ticked()));
        insert(merchant, "NEWS", 1, "GIVEN", "2020-01-01", "OWN", "TICKED", null);
        assertTrue(await(consents.current(pool, merchant)).getLast().isOfOldText());

        assertTrue(give(ConsentPurpose.NEWS, ConsentEvidence.ticked()));

        assertEquals(List.of("TERMS 1 GIVEN TICKED", "NEWS 2 GIVEN TICKED"),
                texts(await(consents.current(pool, merchant))));
    }

    @Test
    void withdrawShouldWriteNothingWhenNothingIsInForce() {
        assertFalse(await(consents.withdraw(pool, merchant, ConsentPurpose.TERMS, ConsentEvidence.ticked())));
        give(ConsentPurpose.TERMS, ConsentEvidence.ticked());
        assertTrue(await(consents.withdraw(pool, merchant, ConsentPurpose.TERMS, ConsentEvidence.ticked())));
        assertFalse(await(consents.withdraw(pool, merchant, ConsentPurpose.TERMS, ConsentEvidence.ticked())));
    }

    @Test
    void actsAtOnceShouldBeOne() throws Exception {
        List<Boolean> given = AtOnce.run(8, i -> give(ConsentPurpose.TERMS, ConsentEvidence.ticked()));

        assertEquals(1, given.stream().filter(done -> done).count());
        assertEquals(1, await(consents.history(pool, merchant)).size());
    }

    @Test
    void consentsShouldBeOfTheirMerchantAlone() {
        give(ConsentPurpose.TERMS, ConsentEvidence.ticked());
        MerchantId other = new MerchantId(SHOPS.insert("970422", "B" + staff.value().toString().substring(0, 8))
                .merchant());

        assertEquals(List.of(), await(consents.current(pool, other)));
        assertEquals(List.of(), await(consents.history(pool, other)));
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATE consent SET act = 'WITHDRAWN'",
        "UPDATE consent SET note = 'x'",
        "DELETE FROM consent"})
    void databaseShouldRefuseToChangeWhatWasSaid(String sql) {
        give(ConsentPurpose.TERMS, ConsentEvidence.ticked());

        PgException refused = assertThrows(PgException.class, () -> await(pool.query(sql).execute()));

        assertTrue(SqlOutcome.broke(refused, "consent_frozen"), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "consent_begins_given,     TERMS, 1, WITHDRAWN, 2026-11-01, OWN, TICKED, false",
        "consent_form_fits,        TERMS, 1, GIVEN,     2026-11-01, OWN, SPOKEN, false",
        "consent_form_fits,        TERMS, 1, GIVEN,     2026-11-01, ASSISTED, TICKED, true",
        "consent_recorder_named,   TERMS, 1, GIVEN,     2026-11-01, ASSISTED, SPOKEN, false",
        "consent_recorder_named,   TERMS, 1, GIVEN,     2026-11-01, OWN, TICKED, true",
        "consent_purpose_known,    OTHER, 1, GIVEN,     2026-11-01, OWN, TICKED, false",
        "consent_edition_counted,  TERMS, 0, GIVEN,     2026-11-01, OWN, TICKED, false",
        "consent_text_version_dated, TERMS, 1, GIVEN,   v2,         OWN, TICKED, false"})
    void databaseShouldRefuseWhatCannotHaveBeen(
            String constraint, String purpose, int edition, String act, String version, String channel, String form,
            boolean recorded) {
        PgException refused = assertThrows(PgException.class, () ->
                insert(merchant, purpose, edition, act, version, channel, form, recorded ? staff.value() : null));

        assertEquals(Optional.of(constraint), SqlOutcome.brokenConstraint(refused));
    }

    @Test
    void evidenceShouldRefuseATickOfStaff() {
        assertThrows(IllegalArgumentException.class,
                () -> new ConsentEvidence(ConsentEvidence.Form.TICKED, Optional.empty(), staff));
        assertThrows(IllegalArgumentException.class,
                () -> new ConsentEvidence(ConsentEvidence.Form.SPOKEN, Optional.empty(), null));
    }

    private boolean give(ConsentPurpose purpose, ConsentEvidence evidence) {
        return await(consents.give(pool, merchant, purpose, evidence));
    }

    private ConsentEvidence spoken() {
        return new ConsentEvidence(ConsentEvidence.Form.SPOKEN, Optional.of("phiếu 15"), staff);
    }

    private void insert(MerchantId whose, Object... values) {
        Tuple row = Tuple.of(UUID.randomUUID(), whose.value());
        for (Object value : values) {
            row.addValue(value);
        }
        await(pool.preparedQuery("INSERT INTO consent (consent_id, merchant_id, purpose, edition, act, text_version,"
                + " channel, form, recorded_by, acted_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, now())")
                .execute(row));
    }

    private static List<String> texts(List<Consent> acts) {
        return acts.stream()
                .map(act -> act.purpose() + " " + act.edition() + " " + act.act() + " " + act.evidence().form())
                .toList();
    }
}
