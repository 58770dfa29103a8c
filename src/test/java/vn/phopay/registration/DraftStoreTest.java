package vn.phopay.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phopay.access.LinkSecret;
import vn.phopay.db.SqlOutcome;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.StaffId;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.ShopRows;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class DraftStoreTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("drafts");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ShopRows SHOPS = new ShopRows(DB.pool());

    private final Pool pool = DB.pool();
    private final MovableClock clock = MovableClock.morning();
    private final DraftStore drafts = new DraftStore(new IdSource(clock), clock);
    private final DraftOwner.Phone owner = new DraftOwner.Phone(LinkSecret.random(RANDOM));

    @BeforeEach
    void open() {
        await(drafts.open(pool, owner, named("Phở Hoa"), Screen.SHOP));
    }

    @Test
    void saveShouldPutAnswersOverOlderOnesAndOpenScreensOnly() {
        assertTrue(save(Answers.of(Screen.PLACE, key -> key.equals("houseNumber") ? " 12 " : ""), Screen.ACCOUNT));
        assertTrue(save(named("Phở Hòa"), Screen.SHOP));

        Draft draft = await(drafts.find(pool, owner)).orElseThrow();
        assertEquals("Phở Hòa", draft.answers().get(Question.DISPLAY_NAME));
        assertEquals("12", draft.answers().get(Question.HOUSE_NUMBER));
        assertEquals(Screen.ACCOUNT, draft.reached());
        assertTrue(draft.mayOpen(Screen.ACCOUNT));
        assertFalse(draft.mayOpen(Screen.LOGIN));
    }

    @Test
    void answersShouldKeepWhatCanBeKept() {
        save(named("Phở\u0000\ud800 Hoa " + "🍜".repeat(400)), Screen.SHOP);

        String kept = await(drafts.find(pool, owner)).orElseThrow().answers().get(Question.DISPLAY_NAME);
        assertTrue(kept.startsWith("Phở Hoa 🍜"), kept);
        assertEquals(Question.ANSWER_LENGTH_MAX, kept.codePointCount(0, kept.length()));
        Answers full = Answers.NONE;
        for (Screen screen : Screen.values()) {
            full = full.with(Answers.of(screen, key -> "🍜".repeat(400)));
        }
        Answers most = full;
        assertTrue(await(drafts.save(pool, owner, Answers.of(Screen.SHOP, key -> most.get(Question.TRADE)),
                Screen.SHOP)));
    }

    @Test
    void finishedDraftShouldTakeNoAnswersAndBeThereForADay() {
        MerchantId merchant = new MerchantId(SHOPS.insert("970422", "F1").merchant());
        Draft draft = await(drafts.find(pool, owner)).orElseThrow();
        await(drafts.finish(pool, draft.id(), merchant));

        assertEquals(Optional.of(merchant), await(drafts.find(pool, owner)).orElseThrow().merchant());
        assertFalse(save(named("Phở Hòa"), Screen.SHOP));
        assertFalse(await(drafts.delete(pool, owner)));
        assertFalse(await(drafts.offer(pool, owner, ResumeCode.random(RANDOM), clock.instant())));
        clock.advance(DraftStore.LIFETIME_WHEN_SENT);
        assertTrue(await(drafts.find(pool, owner)).isEmpty());
    }

    @Test
    void databaseShouldLetAMerchantComeOutOfOneDraftOnly() {
        MerchantId merchant = new MerchantId(SHOPS.insert("970422", "F2").merchant());
        DraftOwner.Phone other = new DraftOwner.Phone(LinkSecret.random(RANDOM));
        await(drafts.open(pool, other, Answers.NONE, Screen.SHOP));
        await(drafts.finish(pool, await(drafts.find(pool, owner)).orElseThrow().id(), merchant));

        PgException refused = assertThrows(PgException.class, () ->
                await(drafts.finish(pool, await(drafts.find(pool, other)).orElseThrow().id(), merchant)));

        assertTrue(SqlOutcome.broke(refused, "registration_draft_merchant_uq"));
    }

    @Test
    void codeShouldBeUsedOnceWhenManyPhonesTypeItAtOnce() throws Exception {
        ResumeDraft resume = new ResumeDraft(drafts, clock, RANDOM);
        ResumeCode code = await(resume.offer(pool, owner)).orElseThrow();

        List<Optional<LinkSecret>> claimed = AtOnce.run(8, i -> await(resume.claim(pool, code)));

        List<LinkSecret> secrets = claimed.stream().flatMap(Optional::stream).toList();
        assertEquals(1, secrets.size());
        assertTrue(await(drafts.find(pool, owner)).isEmpty());
        assertTrue(await(drafts.find(pool, new DraftOwner.Phone(secrets.getFirst()))).isPresent());
    }

    @Test
    void draftOfAHelperShouldBeFoundByHimAlone() {
        StaffId helper = staff();
        DraftOwner.Helper his = new DraftOwner.Helper(helper, drafts.nextId());
        await(drafts.open(pool, his, named("Bún Chả"), Screen.SHOP));

        assertTrue(await(drafts.find(pool, his)).isPresent());
        assertTrue(await(drafts.find(pool, new DraftOwner.Helper(staff(), his.draft()))).isEmpty());
        assertTrue(await(drafts.find(pool, new DraftOwner.Helper(helper, drafts.nextId()))).isEmpty());
        assertEquals(1, await(drafts.listOfHelper(pool, helper, 10)).size());
        clock.advance(Draft.LIFETIME);
        assertEquals(List.of(), await(drafts.listOfHelper(pool, helper, 10)));
    }

    @Test
    void purgeShouldDeleteWhatHasExpiredOnlyAndStopAtItsBound() {
        await(pool.query("DELETE FROM registration_draft").execute());
        for (int i = 0; i < 3; i++) {
            await(drafts.open(pool, new DraftOwner.Phone(LinkSecret.random(RANDOM)), Answers.NONE, Screen.SHOP));
        }
        clock.advance(Draft.LIFETIME.minusSeconds(1));
        PurgeDrafts purge = new PurgeDrafts(pool, clock, 2);

        assertEquals(0, await(purge.purge()));
        clock.advance(Duration.ofSeconds(1));
        assertEquals(2, await(purge.purge()));
        assertEquals(1, await(purge.purge()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "registration_draft_answers_known|{\"password\": \"bun-cha-hang-manh\"}",
        "registration_draft_answers_texts|{\"displayName\": 1}",
        "registration_draft_answers_texts|{\"displayName\": {\"a\": \"b\"}}",
        "registration_draft_answers_known|[\"displayName\"]"})
    void databaseShouldRefuseWhatIsNoAnswer(String constraint, String answers) {
        PgException refused = assertThrows(PgException.class, () -> await(pool.preparedQuery(
                "UPDATE registration_draft SET answers = $1::text::jsonb").execute(Tuple.of(answers))));

        assertEquals(Optional.of(constraint), SqlOutcome.brokenConstraint(refused));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "registration_draft_one_owner|secret_hash = NULL",
        "registration_draft_secret_sized|secret_hash = '\\x00'",
        "registration_draft_resume_whole|resume_until = now()",
        "registration_draft_reached_known|reached = 5",
        "registration_draft_answers_sized|answers = jsonb_build_object('displayName', repeat('x', 17000))"})
    void databaseShouldRefuseWhatIsNoDraft(String constraint, String change) {
        PgException refused = assertThrows(PgException.class, () -> await(
                pool.query("UPDATE registration_draft SET " + change).execute()));

        assertEquals(Optional.of(constraint), SqlOutcome.brokenConstraint(refused));
    }

    private boolean save(Answers answers, Screen reached) {
        return await(drafts.save(pool, owner, answers, reached));
    }

    private StaffId staff() {
        StaffId id = new StaffId(UUID.randomUUID());
        await(pool.preparedQuery("INSERT INTO staff (staff_id, login, name, role, created_at)"
                + " VALUES ($1, $2, 'Lan', 'REGISTRAR', now())").execute(Tuple.of(id.value(), "lan-" + id.value())));
        return id;
    }

    private static Answers named(String name) {
        return Answers.of(Screen.SHOP, key -> key.equals("displayName") ? name : "");
    }
}
