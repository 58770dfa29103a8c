package vn.phopay.safety;

import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.http.issuing.IssuingFixture;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.QrId;
import vn.phopay.issuing.IssuedCodeStore;
import vn.phopay.issuing.VerifyQr;
import vn.phopay.place.PlaceStore;
import vn.phopay.qr.KeyList;
import vn.phopay.qr.QrVerifier;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Shops with signed codes, and what is done about the codes on their walls. */
final class SafetyFixture implements AutoCloseable {
    static final Duration PAYLOAD_LIFE = Duration.ofDays(30);
    static final int PUBLIC_REPORTS_MAX = 40;

    final IssuingFixture shops;
    final MovableClock clock;
    final SelfCheckStore checks = new SelfCheckStore();
    final ReportStore reports = new ReportStore();
    final DueChecks due;
    final ReadChecks read;
    private final CheckSticker check;
    private final ReportTampering report;
    private final VirtualThreads threads;

    SafetyFixture(TestDatabase database, Path keys) throws Exception {
        shops = new IssuingFixture(database, keys);
        clock = shops.clock;
        threads = await(VirtualThreads.open(TestPostgres.vertx()));
        QrVerifier verifier = new QrVerifier(
                IssuingFixture.GUID, () -> new KeyList(shops.ring.keys(), null, null, Set.of()));
        VerifyQr verify = new VerifyQr(verifier, new IssuedCodeStore(), clock);
        IdSource ids = new IdSource(clock);
        check = new CheckSticker(verifier, verify, checks, new CheckSticker.Memory(ids, clock, PAYLOAD_LIFE));
        report = new ReportTampering(reports, await(new PlaceStore().load(shops.pool)), verify,
                new ReportTampering.Desk(ids, clock, PUBLIC_REPORTS_MAX));
        due = new DueChecks(checks, clock);
        read = new ReadChecks(checks, clock);
    }

    static MerchantId owner(IssuingFixture.Shop shop) {
        return new MerchantId(shop.merchant());
    }

    /** A new code of the shop's outlet: {@code id}, {@code payload}, {@code reference}. */
    JsonObject code(IssuingFixture.Shop shop) {
        return shops.issued(shop);
    }

    static QrId idOf(JsonObject code) {
        return QrId.parse(code.getString("id")).orElseThrow();
    }

    /** The owner scans; nothing is read where {@code payload} is null. */
    SelfCheck scan(IssuingFixture.Shop shop, @Nullable String payload) {
        return scan(shop, UUID.randomUUID(), payload);
    }

    SelfCheck scan(IssuingFixture.Shop shop, UUID key, @Nullable String payload) {
        CheckSticker.Attempt attempt = new CheckSticker.Attempt(
                owner(shop), key, SelfCheck.Way.CAMERA, Optional.ofNullable(payload));
        return inTransaction(transaction -> check.check(transaction, attempt));
    }

    CheckVerdict verdict(IssuingFixture.Shop shop, String payload) {
        return scan(shop, payload).verdict();
    }

    /** Reports as a form does: only what was filed is kept. */
    ReportTampering.Outcome report(TamperReport told) {
        return inTransaction(transaction -> report.report(transaction, told));
    }

    /** Commits, but for outcomes of reports that say that they must not be. */
    <T> T inTransaction(Function<SqlConnection, T> work) {
        return await(threads.call(() -> {
            SqlConnection connection = Future.await(shops.pool.getConnection());
            Transaction transaction = Future.await(connection.begin());
            boolean keep = false;
            try {
                T result = work.apply(connection);
                keep = !(result instanceof ReportTampering.Outcome) || result instanceof ReportTampering.Filed;
                return result;
            } finally {
                Future.await(keep ? transaction.commit() : transaction.rollback());
                connection.close();
            }
        }));
    }

    long count(String sql, @Nullable Object... parameters) {
        return row(sql, parameters).getLong(0);
    }

    Row row(String sql, @Nullable Object... parameters) {
        return shops.run(sql, parameters).iterator().next();
    }

    @Override
    public void close() {
        shops.close();
    }
}
