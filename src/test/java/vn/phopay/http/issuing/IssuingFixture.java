package vn.phopay.http.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.phopay.access.AuditLog;
import vn.phopay.access.Authenticator;
import vn.phopay.access.Principal;
import vn.phopay.access.Role;
import vn.phopay.config.AppConfig;
import vn.phopay.http.payment.GetPayments;
import vn.phopay.http.payment.GetPaymentsCsv;
import vn.phopay.http.payment.PaymentQuery;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.PaymentRequestId;
import vn.phopay.issuing.CancelPaymentRequest;
import vn.phopay.issuing.CodeSigner;
import vn.phopay.issuing.CreatePaymentRequest;
import vn.phopay.issuing.IssueQrCode;
import vn.phopay.issuing.IssuedCodeStore;
import vn.phopay.issuing.IssuingParts;
import vn.phopay.issuing.PublishKeyList;
import vn.phopay.issuing.ReadPaymentRequest;
import vn.phopay.issuing.ReferenceRegistry;
import vn.phopay.issuing.RenderCode;
import vn.phopay.issuing.RevocationStore;
import vn.phopay.issuing.RevokeQrCode;
import vn.phopay.issuing.VerifyQr;
import vn.phopay.merchant.MerchantStore;
import vn.phopay.payment.PaymentReader;
import vn.phopay.place.PlaceStore;
import vn.phopay.place.SeedPlaces;
import vn.phopay.qr.KeyList;
import vn.phopay.qr.QrKeyRing;
import vn.phopay.qr.QrSigner;
import vn.phopay.qr.QrVerifier;
import vn.phopay.qr.SerialSource;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestHttp;
import vn.phopay.testing.TestPostgres;

/** The endpoints about codes and payments as the service wires them, with shops and payments written by SQL. */
public final class IssuingFixture implements AutoCloseable {
    public static final String BIN = "970422";
    public static final String GUID = "vn.example.hnqr";

    /** Shops of several fixtures may live in one database. */
    private static final AtomicInteger SERIAL = new AtomicInteger(1_000_000);

    public final MovableClock clock = MovableClock.morning();
    public final Pool pool;
    public final TestHttp http;
    public final IssuingParts parts;
    public final QrKeyRing ring;
    private final IdSource ids = new IdSource(clock);
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Principal> tokenToPrincipal = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();

    /** A shop with an approved account and one outlet; its token logs its owner in. */
    public record Shop(UUID merchant, UUID account, OutletId outlet, String accountNumber, String token) {
        String codesPath() {
            return "/api/v1/outlets/" + outlet + "/qr-codes";
        }
    }

    /** A credit: the bank's reference, whole đồng, and what became of it. */
    public record Credit(String reference, long amountVnd, String outcome) {}

    public IssuingFixture(TestDatabase db, Path keys) throws Exception {
        this(db, keys, new SecureRandom());
    }

    IssuingFixture(TestDatabase db, Path keys, RandomGenerator references) throws Exception {
        this.pool = db.pool();
        await(pool.withTransaction(new SeedPlaces(new PlaceStore())::seed));
        this.ring = QrKeyRing.open(keys, clock, random);
        CodeSigner signer =
                new CodeSigner(new QrSigner(GUID, ring::signingKey), SerialSource.random(random), clock);
        this.parts = IssuingParts.of(new MerchantStore(), new ReferenceRegistry(references), signer, ids);
        RevocationStore revocations = new RevocationStore();
        AuditLog audit = new AuditLog(ids, clock);
        IssuingJson json = new IssuingJson(URI.create("https://pay.example.vn"));
        IssuedCodeStore codes = new IssuedCodeStore();
        RenderCode render = new RenderCode(
                TestPostgres.vertx(), new RenderCode.Settings(2, 20, URI.create("https://pay.example.vn")));
        CodeImages images = new CodeImages(codes, render, pool);
        QrVerifier verifier = new QrVerifier(GUID, () -> new KeyList(ring.keys(), null, null, Set.of()));
        PaymentQuery query = new PaymentQuery(parts.merchants(), audit, clock);
        this.http = new TestHttp.Builder(TestPostgres.vertx(), clock, this::authenticate)
                .add(new PostQrCode(new IssueQrCode(parts, Duration.ofDays(365)), json), pool)
                .add(new GetQrCodes(parts, json, pool))
                .add(new PostQrCodeRevocation(new RevokeQrCode(parts, revocations, audit), json), pool)
                .add(new GetQrSvg(images))
                .add(new GetQrPng(images))
                .add(new GetQrPdf(images))
                .add(new PostQrVerification(new VerifyQr(verifier, codes, clock), pool))
                .add(new GetKeyList(new PublishKeyList(ring::keys, revocations, Duration.ofHours(24), clock), pool))
                .add(new PostPaymentRequest(new CreatePaymentRequest(parts), json,
                        AppConfig.load(Map.of(), null).payment()), pool)
                .add(new GetPaymentRequest(new ReadPaymentRequest(parts.requests(), clock), json, pool))
                .add(new PostPaymentRequestCancellation(
                        new CancelPaymentRequest(parts, revocations, audit), json), pool)
                .add(new GetPayments(query, new PaymentReader(), pool))
                .add(new GetPaymentsCsv(query, new PaymentReader(), pool))
                .start();
    }

    private Future<Optional<Authenticator.Session>> authenticate(String token) {
        return Future.succeededFuture(Optional.ofNullable(tokenToPrincipal.get(token))
                .map(principal -> new Authenticator.Session(principal, "csrf")));
    }

    /** An approved shop in Hoàn Kiếm. */
    public Shop shop() {
        return shop("APPROVED", "APPROVED");
    }

    Shop shop(String merchantStatus, String accountStatus) {
        int serial = SERIAL.incrementAndGet();
        UUID merchant = ids.next();
        Shop shop = new Shop(merchant, ids.next(), new OutletId(ids.next()), "00" + serial,
                login(new Principal(merchant, Role.MERCHANT, Set.of())));
        run("INSERT INTO merchant (merchant_id, status, legal_name, display_name, tax_code, phone_e164, category_code,"
                + " locale, created_at, updated_at) VALUES ($1, $4, 'x', 'Phở Hoa', $2, $3, '5812', 'vi', now(),"
                + " now())", merchant, "tax" + serial, "+84" + serial, merchantStatus);
        run("INSERT INTO merchant_account (account_id, merchant_id, bank_bin, account_number, account_name, status,"
                + " created_at) VALUES ($1, $2, $3, $4, 'NGUYEN THI HOA', $5, now())",
                shop.account, merchant, BIN, shop.accountNumber, accountStatus);
        run("INSERT INTO outlet (outlet_id, merchant_id, name, address, created_at)"
                + " VALUES ($1, $2, 'Phở Hoa', '12 Hàng Ngang', now())", shop.outlet.value(), merchant);
        run("INSERT INTO outlet_location (outlet_id, valid_from, district_place_id, street_place_id)"
                + " SELECT $1, '2026-01-01', 'district-002', place_id FROM place"
                + " WHERE kind = 'STREET' AND code = 'hang-ngang'", shop.outlet.value());
        return shop;
    }

    /** A member of staff; no districts means all. */
    public String staff(Role role, String... districtCodes) {
        return login(new Principal(ids.next(), role, Set.of(districtCodes)));
    }

    private String login(Principal principal) {
        String token = UUID.randomUUID().toString();
        tokenToPrincipal.put(token, principal);
        return token;
    }

    /** Issues a code and gives the answer's body. */
    public JsonObject issued(Shop shop) {
        return body(201, post(shop.codesPath(), new JsonObject().put("type", "STATIC"), shop.token));
    }

    /** Asks for a payment and gives the answer's body. */
    public JsonObject requested(Shop shop, long amountVnd) {
        return body(201, post("/api/v1/payment-requests", request(shop, amountVnd), shop.token));
    }

    JsonObject request(Shop shop, long amountVnd) {
        return new JsonObject().put("outletId", shop.outlet.toString()).put("amount", amountVnd);
    }

    public JsonObject verify(String payload) {
        return body(200, http.send("POST", "/api/v1/qr-codes/verify", new JsonObject().put("payload", payload)));
    }

    public HttpResponse<String> get(String path, @Nullable String token) {
        return token == null ? http.send("GET", path, null)
                : http.send("GET", path, null, "authorization", "Bearer " + token);
    }

    public HttpResponse<String> post(String path, JsonObject body, String token) {
        return http.send("POST", path, body, "authorization", "Bearer " + token);
    }

    HttpResponse<byte[]> download(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(http.uri(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    public static JsonObject body(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        return new JsonObject(answer.body());
    }

    /** Records a credit as the payment writer does; {@code request} is null for money to a bare account. */
    public UUID credit(Shop shop, @Nullable String request, Credit credit) {
        UUID payment = ids.next();
        UUID requestId = request == null ? null : PaymentRequestId.parse(request).orElseThrow().value();
        run("INSERT INTO payment (payment_id, bank_code, bank_reference, direction, account_number, amount_vnd, memo,"
                + " booked_at, received_at, business_date, payer_account, outcome, merchant_id, outlet_id,"
                + " payment_request_id) VALUES ($1, 'mb', $2, 'CREDIT', $3, $4, 'ck', $5, $5, '2026-11-23',"
                + " '1903771234', $6, $7, $8, $9)",
                payment, credit.reference, shop.accountNumber, credit.amountVnd,
                clock.instant().atOffset(ZoneOffset.UTC), credit.outcome, shop.merchant, shop.outlet.value(),
                requestId);
        return payment;
    }

    /** Takes a credit back as the payment writer does. */
    public void reverse(Shop shop, String reference, long amountVnd) {
        UUID payment = ids.next();
        run("INSERT INTO payment (payment_id, bank_code, bank_reference, direction, reversal_of, account_number,"
                + " amount_vnd, memo, booked_at, received_at, business_date, outcome, merchant_id)"
                + " VALUES ($1, 'mb', $2, 'DEBIT', $3, $4, $5, 'hoan', now(), now(), '2026-11-23', 'REVERSED', $6)",
                payment, reference + "-R", reference, shop.accountNumber, amountVnd, shop.merchant);
        run("INSERT INTO payment_reversal (bank_code, original_reference, account_number, amount_vnd,"
                + " reversal_payment_id) VALUES ('mb', $1, $2, $3, $4)",
                reference, shop.accountNumber, amountVnd, payment);
    }

    public RowSet<Row> run(String sql, @Nullable Object... parameters) {
        return await(pool.preparedQuery(sql).execute(Tuple.from(parameters)));
    }

    long count(String sql, @Nullable Object... parameters) {
        return run(sql, parameters).iterator().next().getLong(0);
    }

    /** Repairs the checksum, as a forger would: CRC-16/CCITT-FALSE over everything up to its value. */
    public static String withCrc(String payload) {
        String head = payload.substring(0, payload.length() - 4);
        int crc = 0xFFFF;
        for (char c : head.toCharArray()) {
            crc ^= c << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1;
            }
            crc &= 0xFFFF;
        }
        return head + String.format("%04X", crc);
    }

    @Override
    public void close() {
        client.close();
        http.close();
    }
}
