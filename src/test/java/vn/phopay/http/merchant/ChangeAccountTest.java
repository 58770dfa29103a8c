package vn.phopay.http.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static vn.phopay.http.merchant.MerchantFixture.MERCHANTS;
import static vn.phopay.http.merchant.MerchantFixture.account;
import static vn.phopay.http.merchant.MerchantFixture.body;
import static vn.phopay.http.merchant.MerchantFixture.registration;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.access.CredentialStore;
import vn.phopay.access.Principal;
import vn.phopay.access.Role;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.merchant.BankAccount;
import vn.phopay.merchant.Caller;
import vn.phopay.merchant.ChangeAccount;
import vn.phopay.merchant.EditMerchant;
import vn.phopay.merchant.OutletView;
import vn.phopay.merchant.WithdrawAccountChange;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Another receiving account waits for staff, and the old one stays in force until they approved it. */
class ChangeAccountTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("change_account").keepingInvariants();

    private MerchantFixture fixture;
    private ChangeAccount change;
    private WithdrawAccountChange withdraw;
    private VirtualThreads threads;
    private JsonObject merchant;
    private String registrar;

    @BeforeEach
    void open() throws Exception {
        fixture = new MerchantFixture(DB);
        change = new ChangeAccount(
                fixture.registry, new EditMerchant(fixture.registry, new CredentialStore(fixture.clock)));
        withdraw = new WithdrawAccountChange(fixture.registry);
        threads = await(VirtualThreads.open(TestPostgres.vertx()));
        merchant = fixture.registered(registration());
        registrar = fixture.staff(Role.REGISTRAR);
        body(200, fixture.decide(id(), "approve", registrar));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void oldAccountShouldStayInForceUntilTheNewOneIsApproved() {
        String old = merchant.getJsonObject("account").getString("id");

        assertInstanceOf(ChangeAccount.Waits.class, change(next()));

        JsonObject waiting = read();
        assertEquals("APPROVED", waiting.getString("status"));
        assertEquals(old, waiting.getJsonObject("account").getString("id"));
        assertEquals(List.of("APPROVED", "PENDING"), statuses(waiting));
        assertEquals(old, accountOfNewCodes(), "codes go on naming the old one");
        JsonObject approved = body(200, fixture.decide(id(), "approve", registrar));
        assertEquals(List.of("APPROVED", "REPLACED"), statuses(approved));
        assertEquals(approved.getJsonObject("account").getString("id"), accountOfNewCodes());
        assertEquals(old, approved.getJsonObject("account").getString("replacesAccountId"));
        assertEquals(List.of("1 APPROVED", "1 REPLACED"), fixture.rows("SELECT rank, status FROM merchant_account"
                + " WHERE merchant_id = '" + uuid() + "' ORDER BY status"), "it took over the rank");
    }

    @Test
    void oldAccountShouldStayWhenTheNewOneIsTurnedDownOrTakenBack() {
        String old = merchant.getJsonObject("account").getString("id");
        BankAccount wished = next();
        change(wished);
        body(200, fixture.decide(id(), "reject", registrar));
        assertEquals(List.of("APPROVED", "REJECTED"), statuses(read()));
        assertEquals(old, accountOfNewCodes());

        assertInstanceOf(ChangeAccount.Waits.class, change(wished), "asked for again, it waits again");
        assertEquals(WithdrawAccountChange.Outcome.WITHDRAWN, withdraw());

        assertEquals(List.of("APPROVED", "WITHDRAWN"), statuses(read()));
        assertEquals(old, accountOfNewCodes());
        assertEquals(WithdrawAccountChange.Outcome.NOTHING_WAITS, withdraw());
        body(409, fixture.decide(id(), "approve", registrar));
    }

    @Test
    void changeShouldWaitForTheOneBeforeIt() throws Exception {
        List<Object> outcomes = AtOnce.run(4, i -> change(next()));

        assertEquals(1, outcomes.stream().filter(ChangeAccount.Waits.class::isInstance).count(), outcomes.toString());
        assertEquals(3, outcomes.stream().filter(ChangeAccount.ChangeWaits.class::isInstance).count());
        assertEquals(List.of("APPROVED", "PENDING"), statuses(read()));
    }

    @Test
    void changeShouldSayWhatIsWrongWithTheAccount() {
        JsonObject own = merchant.getJsonObject("account");
        BankAccount same = new BankAccount(
                own.getString("bankBin"), own.getString("accountNumber"), own.getString("accountName"));
        JsonObject other = fixture.registered(registration()).getJsonObject("account");
        BankAccount others = new BankAccount(other.getString("bankBin"), other.getString("accountNumber"), "HOA");

        assertInstanceOf(ChangeAccount.SameAccount.class, change(same));
        assertInstanceOf(ChangeAccount.Taken.class, change(others));
        assertInstanceOf(ChangeAccount.NotFound.class, change(next(), new MerchantId(UUID.randomUUID())));
        assertEquals(List.of("APPROVED"), statuses(read()));
    }

    @Test
    void nameOfTheSameAccountShouldBeCorrectedAtOnceAndBeCheckedAgain() {
        JsonObject own = merchant.getJsonObject("account");

        assertInstanceOf(ChangeAccount.Corrected.class, change(new BankAccount(
                own.getString("bankBin"), own.getString("accountNumber"), "NGUYEN THI HOA MAI")));

        assertEquals("NGUYEN THI HOA MAI", read().getJsonObject("account").getString("accountName"));
        assertEquals(List.of("PENDING"), statuses(read()));
    }

    @Test
    void accountShouldBeCorrectedAtOnceWhileNoneIsInForce() {
        merchant = fixture.registered(registration());

        assertInstanceOf(ChangeAccount.Corrected.class, change(next()));

        assertEquals(List.of("PENDING", "REPLACED"), statuses(read()));
        assertEquals("PENDING", read().getString("status"));
    }

    @Test
    void patchShouldOvertakeTheChangeThatWaits() {
        BankAccount first = next();
        change(first);
        String owner = fixture.owner(new JsonObject().put("phone", merchant.getString("phone")));

        body(200, fixture.patch(MERCHANTS + '/' + id(), new JsonObject().put("account", account()), owner, "*"));
        body(200, fixture.decide(id(), "approve", registrar));

        assertEquals(List.of("APPROVED", "REPLACED", "WITHDRAWN"), statuses(read()).stream().sorted().toList());
        assertEquals("WITHDRAWN", fixture.rows("SELECT status FROM merchant_account WHERE account_number = '"
                + first.number() + "'").getFirst());
    }

    @Test
    void listShouldShowStaffWhichAccountIsToComeInThePlaceOfWhich() {
        BankAccount wished = next();
        change(wished);

        JsonObject account = waiting().getFirst().getJsonObject("waitingAccount");

        assertEquals(end(wished.number()), account.getString("accountEnd"));
        assertEquals(wished.bankBin(), account.getString("bankBin"));
        assertEquals(wished.name(), account.getString("accountName"));
        String old = merchant.getJsonObject("account").getString("accountNumber");
        assertEquals(end(old), account.getJsonObject("replaces").getString("accountEnd"));
        body(200, fixture.decide(id(), "approve", registrar));
        assertEquals(List.of(), waiting());
        JsonObject decided = items("?q=" + merchant.getString("taxCode")).getFirst();
        assertNull(decided.getJsonObject("waitingAccount"));
        body(400, fixture.get(MERCHANTS + "?accountWaits=perhaps", registrar));
    }

    private List<JsonObject> waiting() {
        return items("?accountWaits=true&status=APPROVED").stream()
                .filter(item -> item.getString("id").equals(id()))
                .toList();
    }

    private List<JsonObject> items(String query) {
        return body(200, fixture.get(MERCHANTS + query, registrar)).getJsonArray("items").stream()
                .map(JsonObject.class::cast).toList();
    }

    private static String end(String number) {
        return number.substring(number.length() - 4);
    }

    private Object change(BankAccount account) {
        return change(account, MerchantId.parse(id()).orElseThrow());
    }

    private Object change(BankAccount account, MerchantId of) {
        return inTransaction(tx -> change.change(tx, of, account, caller()));
    }

    private Object withdraw() {
        return inTransaction(tx -> withdraw.withdraw(tx, MerchantId.parse(id()).orElseThrow(), caller()));
    }

    private Object inTransaction(Function<SqlConnection, Object> work) {
        return await(fixture.pool.withTransaction(tx -> threads.call(() -> work.apply(tx))));
    }

    private Caller caller() {
        return new Caller(new Principal(
                MerchantId.parse(id()).orElseThrow().value(), Role.MERCHANT, Set.of()), "req-1");
    }

    private static BankAccount next() {
        JsonObject made = account();
        return new BankAccount(made.getString("bankBin"), made.getString("accountNumber"), "NGUYEN THI HOA");
    }

    private String accountOfNewCodes() {
        OutletId outlet =
                OutletId.parse(merchant.getJsonArray("outlets").getJsonObject(0).getString("id")).orElseThrow();
        OutletView view = await(fixture.registry.merchants().outletWithMerchant(fixture.pool, outlet)).orElseThrow();
        return view.account().orElseThrow().id().toString();
    }

    private JsonObject read() {
        return body(200, fixture.get(MERCHANTS + '/' + id(), registrar));
    }

    private static List<String> statuses(JsonObject merchant) {
        return merchant.getJsonArray("accounts").stream().map(a -> ((JsonObject) a).getString("status")).toList();
    }

    private String id() {
        return merchant.getString("id");
    }

    private String uuid() {
        return MerchantId.parse(id()).orElseThrow().value().toString();
    }
}
