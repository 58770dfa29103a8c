package vn.phopay.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.access.AuditEntry.Actor;
import vn.phopay.access.Authenticator.Session;
import vn.phopay.access.ListenerPhones.Invited;
import vn.phopay.access.ListenerPhones.NoSuchOutlet;
import vn.phopay.access.ListenerPhones.Owner;
import vn.phopay.access.ListenerPhones.Paired;
import vn.phopay.access.ListenerPhones.TooMany;
import vn.phopay.access.ListenerPhones.Wish;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.config.ListenerConfig;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.ShopRows;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Phones that may hear payments: invited, paired once, ended; against a real database. */
class ListenerPhonesTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("listener_phones");

    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final Duration INVITATION = Duration.ofMinutes(10);
    private static final int PHONES_MAX = 3;
    private static final int TRIES_MAX = 5;

    private static ShopRows shops;

    private final MovableClock clock = MovableClock.morning();
    private final Pool pool = DB.pool();
    private final VirtualThreads threads = await(VirtualThreads.open(TestPostgres.vertx()));
    private final IdSource ids = new IdSource(clock);
    private final Sessions sessions = new Sessions(pool, Duration.ofHours(12), clock);
    private final ListenerPhones phones = new ListenerPhones(
            new ListenerConfig(PHONES_MAX, INVITATION, TRIES_MAX, Duration.ofDays(30)),
            new ListenerPhones.Parts(sessions, new AuditLog(ids, clock), ids, clock));
    private final ShopRows.Shop shop = shops.insert("970422", "777" + SERIAL.incrementAndGet());
    private final MerchantId merchant = new MerchantId(shop.merchant());
    private final Owner owner = new Owner(merchant, new Actor(shop.merchant(), "MERCHANT", "request-1"));
    private final String phoneNumber = "091300" + (1000 + SERIAL.get());

    @BeforeAll
    static void open() {
        shops = new ShopRows(DB.pool());
    }

    ListenerPhonesTest() {
        PhoneNumber number = PhoneNumber.parse(phoneNumber).orElseThrow();
        await(new CredentialStore(clock).insertForMerchant(pool, number, merchant, "x"));
    }

    @Test
    void invitedPhoneShouldBePairedByItsLinkOnce() {
        Invited invited = invite("Máy của Lan", Optional.of(new OutletId(shop.outlet())));

        var invitation = await(phones.invitation(pool, invited.link())).orElseThrow();
        assertEquals("Máy của Lan", invitation.phoneName());
        assertEquals("x", invitation.shopName());
        assertEquals(Optional.of("x"), invitation.outletName());
        Paired paired = pair(invited.link()).orElseThrow();

        Session session = await(sessions.authenticate(paired.token().text())).orElseThrow();
        assertEquals(new Principal(invited.phone().value(), Role.LISTENER, Set.of()), session.principal());
        ListenerPhone phone = await(phones.of(pool, session.principal())).orElseThrow();
        assertEquals(merchant, phone.merchant());
        assertEquals(shop.outlet(), phone.outlet().orElseThrow().id().value());
        assertEquals(Optional.empty(), pair(invited.link()));
        assertEquals(Optional.empty(), await(phones.invitation(pool, invited.link())));
        assertEquals(Optional.empty(), await(phones.tryCode(pool, phoneNumber, invited.code())));
        assertEquals(List.of("listener.invite", "listener.pair"), audited(invited));
    }

    @Test
    void linkShouldPairOnePhoneWhenSeveralOpenItAtOnce() throws Exception {
        Invited invited = invite("Máy của Lan", Optional.empty());

        List<Optional<Paired>> results = AtOnce.run(8, i -> pair(invited.link()));

        assertEquals(1, results.stream().filter(Optional::isPresent).count());
        assertEquals(1, count("SELECT count(*)::int FROM session WHERE role = 'LISTENER' AND subject_id = $1",
                invited.phone().value()));
    }

    @Test
    void invitationShouldWorkUntilItIsOver() {
        Invited inTime = invite("a", Optional.empty());
        Invited late = invite("b", Optional.empty());
        clock.advance(INVITATION.minusSeconds(1));
        assertTrue(pair(inTime.link()).isPresent());

        clock.advance(Duration.ofSeconds(1));

        assertEquals(Optional.empty(), await(phones.invitation(pool, late.link())));
        assertEquals(Optional.empty(), pair(late.link()));
        assertEquals(Optional.empty(), await(phones.tryCode(pool, phoneNumber, late.code())));
        assertEquals(List.of("a"), names());
    }

    @Test
    void codeShouldPairTogetherWithTheOwnersNumber() {
        Invited other = invite("a", Optional.empty());
        Invited invited = invite("b", Optional.empty());
        String typed = invited.code().substring(0, 3) + " " + invited.code().substring(3);

        assertEquals(Optional.empty(), await(phones.tryCode(pool, "0913999999", invited.code())));
        assertEquals(Optional.empty(), await(phones.tryCode(pool, "no number", invited.code())));
        assertEquals(Optional.empty(), await(phones.tryCode(pool, phoneNumber, "12345")));
        Buffer hash = await(phones.tryCode(pool, phoneNumber, typed)).orElseThrow();
        Paired paired = inTransaction(db -> phones.pair(db, hash, "request-2")).orElseThrow();

        assertEquals(invited.phone(), paired.phone());
        assertTrue(pair(other.link()).isPresent(), "the other invitation works still");
    }

    @Test
    void codeShouldWorkNoMoreAfterFiveTries() {
        Invited invited = invite("a", Optional.empty());
        String wrong = invited.code().equals("000000") ? "000001" : "000000";
        for (int i = 0; i < TRIES_MAX; i++) {
            assertEquals(Optional.empty(), await(phones.tryCode(pool, phoneNumber, wrong)));
        }

        assertEquals(Optional.empty(), await(phones.tryCode(pool, phoneNumber, invited.code())));
        assertTrue(pair(invited.link()).isPresent(), "the link cannot be guessed and works still");
    }

    @Test
    void codeShouldBeTriedNoMoreThanFiveTimesByGuessesAtOnce() throws Exception {
        Invited invited = invite("a", Optional.empty());

        List<Optional<Buffer>> results = AtOnce.run(40, i -> await(phones.tryCode(pool, phoneNumber, invited.code())));

        assertEquals(TRIES_MAX, results.stream().filter(Optional::isPresent).count());
    }

    @Test
    void merchantShouldHaveNoMorePhonesThanItMay() throws Exception {
        List<ListenerPhones.InviteResult> results = AtOnce.run(8, i -> inviteAs(owner, "n" + i, Optional.empty()));
        assertEquals(PHONES_MAX, results.stream().filter(Invited.class::isInstance).count());
        assertEquals(new TooMany(PHONES_MAX), inviteAs(owner, "x", Optional.empty()));

        clock.advance(INVITATION);

        assertInstanceOf(Invited.class, inviteAs(owner, "after the others were over", Optional.empty()));
    }

    @Test
    void phoneShouldHearOnlyAnOutletOfItsMerchant() {
        ShopRows.Shop other = shops.insert("970422", "777" + SERIAL.incrementAndGet());

        assertEquals(new NoSuchOutlet(), inviteAs(owner, "x", Optional.of(new OutletId(other.outlet()))));
    }

    @Test
    void endedPhoneShouldHaveNoSession() {
        Invited invited = invite("a", Optional.empty());
        Paired paired = pair(invited.link()).orElseThrow();

        assertTrue(end(owner, invited));

        assertEquals(Optional.empty(), await(sessions.authenticate(paired.token().text())));
        assertEquals(Set.of(), await(sessions.live(List.of(paired.token().text()))));
        assertEquals(List.of(), names());
        assertFalse(end(owner, invited), "it was ended already");
        assertEquals(List.of("listener.invite", "listener.pair", "listener.end"), audited(invited));
    }

    @Test
    void phoneShouldBeEndedOrPairedWhenBothHappenAtOnceAndHaveNoSessionOnceEnded() throws Exception {
        for (int round = 0; round < 10; round++) {
            Invited invited = invite("a" + round, Optional.empty());
            AtOnce.run(2, i -> i == 0
                    ? pair(invited.link()).isPresent()
                    : end(owner, invited));

            assertEquals(0, count("SELECT count(*)::int FROM session WHERE subject_id = $1",
                    invited.phone().value()));
        }
    }

    @Test
    void ownerShouldSeeAndRenameAndEndOnlyItsOwnPhones() {
        Owner other = new Owner(new MerchantId(ids.next()), owner.actor());
        Invited invited = invite("a", Optional.empty());

        assertFalse(rename(other, invited, "mine"));
        assertFalse(end(other, invited));
        assertEquals(List.of(), await(phones.list(pool, other.merchant())));
        assertTrue(rename(owner, invited, "Máy của Hùng"));
        assertEquals(List.of("Máy của Hùng"), names());
    }

    @Test
    void listeningPhoneShouldKeepItsSessionAndASilentOneLoseIt() {
        Paired heard = pair(invite("a", Optional.empty()).link()).orElseThrow();
        Paired silent = pair(invite("b", Optional.empty()).link()).orElseThrow();
        clock.advance(Duration.ofDays(29));

        await(phones.noteHeard(pool, List.of(heard.phone())));
        clock.advance(Duration.ofDays(2));

        assertTrue(await(sessions.authenticate(heard.token().text())).isPresent());
        assertEquals(Optional.empty(), await(sessions.authenticate(silent.token().text())));
        ListenerPhone first = await(phones.list(pool, merchant)).stream()
                .filter(phone -> phone.id().equals(heard.phone())).findFirst().orElseThrow();
        assertEquals(Optional.of(clock.instant().minus(Duration.ofDays(2))), first.lastHeardAt());
    }

    @Test
    void secretsShouldBeStoredAsHashesOnlyAndNotBePrinted() {
        Invited invited = invite("a", Optional.empty());

        assertEquals(0, count("SELECT count(*)::int FROM listener_phone p WHERE listener_phone_id = $1"
                + " AND (p::text LIKE '%" + invited.link() + "%' OR p::text LIKE '%" + invited.code() + "%')",
                invited.phone().value()));
        assertFalse(invited.toString().contains(invited.link()), invited.toString());
        assertFalse(invited.toString().contains(invited.code()), invited.toString());
    }

    @Test
    void nameShouldBeNeitherEmptyNorLong() {
        assertThrows(IllegalArgumentException.class, () -> inviteAs(owner, " ", Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> inviteAs(owner, "x".repeat(41), Optional.empty()));
        assertInstanceOf(Invited.class, inviteAs(owner, "x".repeat(40), Optional.empty()));
    }

    private Invited invite(String name, Optional<OutletId> outlet) {
        return assertInstanceOf(Invited.class, inviteAs(owner, name, outlet));
    }

    private ListenerPhones.InviteResult inviteAs(Owner who, String name, Optional<OutletId> outlet) {
        return inTransaction(db -> phones.invite(db, who, new Wish(name, outlet)));
    }

    private Optional<Paired> pair(String link) {
        Buffer hash = ListenerPhones.linkHash(link).orElseThrow();
        return inTransaction(db -> phones.pair(db, hash, "request-2"));
    }

    private boolean end(Owner who, Invited invited) {
        return this.<Boolean>inTransaction(db -> phones.end(db, who, invited.phone()));
    }

    private boolean rename(Owner who, Invited invited, String name) {
        return this.<Boolean>inTransaction(db -> phones.rename(db, who, invited.phone(), name));
    }

    private <T> T inTransaction(Function<SqlConnection, T> work) {
        return await(pool.withTransaction(db -> threads.call(() -> work.apply(db))));
    }

    private List<String> names() {
        return await(phones.list(pool, merchant)).stream().map(ListenerPhone::name).toList();
    }

    private List<String> audited(Invited invited) {
        return await(pool.preparedQuery("SELECT action FROM audit_entry WHERE subject_kind = 'LISTENER_PHONE'"
                        + " AND subject_id = $1 ORDER BY audit_entry_id")
                .mapping(row -> row.getString(0))
                .execute(Tuple.of(invited.phone().toString())))
                .stream().toList();
    }

    private int count(String sql, Object parameter) {
        return await(pool.preparedQuery(sql).execute(Tuple.of(parameter))).iterator().next().getInteger(0);
    }
}
