package vn.phopay.http.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.access.CredentialStore;
import vn.phopay.access.LogIn;
import vn.phopay.access.Login;
import vn.phopay.access.Password;
import vn.phopay.access.PasswordHasher;
import vn.phopay.access.RegisterStaff;
import vn.phopay.access.Role;
import vn.phopay.access.Sessions;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.http.access.PostSessions;
import vn.phopay.http.place.GetPlaces;
import vn.phopay.identity.IdSource;
import vn.phopay.merchant.AddAccount;
import vn.phopay.merchant.AddOutlet;
import vn.phopay.merchant.AddVirtualAccount;
import vn.phopay.merchant.DecideMerchant;
import vn.phopay.merchant.EditMerchant;
import vn.phopay.merchant.EditOutlet;
import vn.phopay.merchant.ListMerchants;
import vn.phopay.merchant.LocateOutlet;
import vn.phopay.merchant.MerchantRegistry;
import vn.phopay.merchant.RegisterMerchant;
import vn.phopay.merchant.VirtualAccountStore;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.place.PlaceStore;
import vn.phopay.place.SeedPlaces;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestHttp;
import vn.phopay.testing.TestPostgres;

/** The endpoints about merchants, as the service wires them, over real HTTP on a test's own database and clock. */
public final class MerchantFixture implements AutoCloseable {
    static final String PASSWORD = "bun-cha-hang-manh";
    static final String MERCHANTS = "/api/v1/merchants";

    private static final Set<String> KNOWN_BINS = Set.of("970422", "970436");
    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    private static final AtomicInteger SERIAL = new AtomicInteger();

    final MovableClock clock = MovableClock.morning();
    final Pool pool;
    final MerchantRegistry registry;
    final TestHttp http;

    private final RegisterStaff registerStaff;
    private final PasswordHasher hasher =
            new PasswordHasher(TestPostgres.vertx(), new PasswordHasher.Settings(1024, 1, 1, 2, 100));

    public MerchantFixture(TestDatabase db) throws Exception {
        this.pool = db.pool();
        IdSource ids = new IdSource(clock);
        AuditLog audit = new AuditLog(ids, clock);
        CredentialStore credentials = new CredentialStore(clock);
        this.registerStaff = new RegisterStaff(new RegisterStaff.Parts(credentials, hasher, audit), ids, clock);
        this.registry = MerchantRegistry.of(audit, ids, clock);
        PlaceStore placeStore = new PlaceStore();
        await(pool.withTransaction(new SeedPlaces(placeStore)::seed));
        PlaceDirectory places = await(placeStore.load(pool));
        Sessions sessions = new Sessions(pool, Duration.ofDays(365), clock);
        LogIn.Lockout lockout = new LogIn.Lockout(5, Duration.ofMinutes(15));
        LogIn logIn = new LogIn(pool, new LogIn.Parts(credentials, hasher, sessions), lockout, clock);
        MerchantFields fields = new MerchantFields(places, KNOWN_BINS::contains, clock);
        TestHttp.Builder builder = new TestHttp.Builder(TestPostgres.vertx(), clock, sessions)
                .add(new PostSessions(logIn, false, clock))
                .add(new GetPlaces(places, clock))
                .add(new GetMerchant(registry, pool))
                .add(new ListMerchantsByFilter(new ListMerchants(), places, pool))
                .add(new PostMerchant(new RegisterMerchant(registry, credentials), hasher, fields), pool)
                .add(new PatchMerchant(new EditMerchant(registry, credentials), fields), pool)
                .add(new PostOutlet(new AddOutlet(registry), fields), pool)
                .add(new PatchOutlet(new EditOutlet(registry, new LocateOutlet(places))), pool)
                .add(new PostAccount(new AddAccount(registry), fields), pool)
                .add(new PostVirtualAccount(new AddVirtualAccount(registry, new VirtualAccountStore())), pool)
                .add(new GetVirtualAccounts(registry, new VirtualAccountStore(), pool));
        for (TransactionalEndpoint decision : PostMerchantDecision.all(new DecideMerchant(registry))) {
            builder.add(decision, pool);
        }
        this.http = builder.start();
    }

    /** A registration that is in order and unlike every other one, in Hoàn Kiếm. */
    static JsonObject registration() {
        int serial = SERIAL.incrementAndGet();
        return new JsonObject()
                .put("legalName", "Hộ kinh doanh Nguyễn Thị Hoa")
                .put("displayName", "Phở Hoa")
                .put("taxCode", taxCode(serial))
                .put("phone", String.format(Locale.ROOT, "+849120%05d", serial))
                .put("categoryCode", "5812")
                .put("password", PASSWORD)
                .put("locale", "vi")
                .put("account", account(serial))
                .put("outlets", new JsonArray().add(outlet("002", "hang-ngang")));
    }

    static JsonObject account() {
        return account(SERIAL.incrementAndGet());
    }

    static JsonObject outlet(String districtCode, String streetId) {
        return new JsonObject()
                .put("name", "Phở Hoa Hàng Ngang")
                .put("address", "12 Hàng Ngang")
                .put("districtCode", districtCode)
                .putNull("wardCode")
                .put("streetId", streetId);
    }

    private static JsonObject account(int serial) {
        return new JsonObject()
                .put("bankBin", "970422")
                .put("accountNumber", String.format(Locale.ROOT, "00%08dAb", serial))
                .put("accountName", "Nguyễn Thị Hoa");
    }

    /** Every serial has a valid code: the third digit is raised until the check digit is one digit. */
    private static String taxCode(int serial) {
        for (int digit = 0; ; digit++) {
            String nine = String.format(Locale.ROOT, "80%d%06d", digit, serial);
            int sum = 0;
            for (int i = 0; i < WEIGHTS.length; i++) {
                sum += WEIGHTS[i] * (nine.charAt(i) - '0');
            }
            if (sum % 11 > 0) {
                return nine + (10 - sum % 11);
            }
        }
    }

    HttpResponse<String> register(JsonObject registration, String... headers) {
        return http.send("POST", MERCHANTS, registration, headers);
    }

    /** Registers a merchant that is in order and gives the answer's body. */
    JsonObject registered(JsonObject registration) {
        return body(201, register(registration));
    }

    /** Logs in by a registration's phone number. */
    String owner(JsonObject registration) {
        return bearer(registration.getString("phone"));
    }

    /** Registers a member of staff and logs in. */
    String staff(Role role, String... districtCodes) {
        String login = "staff-" + SERIAL.incrementAndGet();
        RegisterStaff.Request request = new RegisterStaff.Request(
                Login.parseStaff(login).orElseThrow(),
                "Lan",
                role,
                Set.of(districtCodes),
                Password.parse(PASSWORD).orElseThrow());
        PasswordHasher.Hashed hash =
                assertInstanceOf(PasswordHasher.Hashed.class, await(hasher.hash(request.password())));
        assertInstanceOf(RegisterStaff.Registered.class, await(pool.withTransaction(
                tx -> registerStaff.register(tx, request, hash, AuditEntry.Actor.system()))));
        return bearer(login);
    }

    HttpResponse<String> decide(String id, String action, String bearer) {
        JsonObject reason = new JsonObject().put("reason", "vì " + action);
        return http.send("POST", MERCHANTS + '/' + id + '/' + action, reason, "authorization", bearer);
    }

    HttpResponse<String> get(String path, String bearer) {
        return http.send("GET", path, null, "authorization", bearer);
    }

    HttpResponse<String> patch(String path, JsonObject patch, String bearer, String ifMatch) {
        return http.send("PATCH", path, patch, "authorization", bearer, "if-match", ifMatch);
    }

    /** The rows of a query, as lists of their texts joined by blanks. */
    List<String> rows(String sql) {
        return StreamSupport.stream(await(pool.query(sql).execute()).spliterator(), false)
                .map(MerchantFixture::text)
                .toList();
    }

    static JsonObject body(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        return new JsonObject(answer.body());
    }

    static String etag(HttpResponse<String> answer) {
        return answer.headers().firstValue("etag").orElseThrow();
    }

    private String bearer(String login) {
        JsonObject credentials = new JsonObject().put("login", login).put("password", PASSWORD);
        return "Bearer " + body(201, http.send("POST", "/api/v1/sessions", credentials)).getString("token");
    }

    private static String text(Row row) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            text.append(i == 0 ? "" : " ").append(row.getValue(i));
        }
        return text.toString();
    }

    @Override
    public void close() {
        http.close();
    }
}
