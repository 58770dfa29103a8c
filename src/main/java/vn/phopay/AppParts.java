package vn.phopay;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.AuditLog;
import vn.phopay.access.CredentialStore;
import vn.phopay.access.ListenerPhones;
import vn.phopay.access.PasswordHasher;
import vn.phopay.access.RegisterStaff;
import vn.phopay.access.Sessions;
import vn.phopay.bank.BankDirectory;
import vn.phopay.bank.BankStore;
import vn.phopay.bank.BankTallies;
import vn.phopay.bank.Dialects;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.config.AppConfig;
import vn.phopay.config.CallbackConfig;
import vn.phopay.db.Database;
import vn.phopay.figure.FigureEditions;
import vn.phopay.identity.IdSource;
import vn.phopay.merchant.MerchantRegistry;
import vn.phopay.opendata.OpenDataIndex;
import vn.phopay.payment.LateRule;
import vn.phopay.payment.MemoScanner;
import vn.phopay.payment.PaymentWriters;
import vn.phopay.payment.RecordDelivery;
import vn.phopay.payment.SettleCase;
import vn.phopay.payment.WriterSettings;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.place.PlaceStore;
import vn.phopay.place.SeedPlaces;
import vn.phopay.qr.QrKeyRing;
import vn.phopay.reconciliation.CaseEffects;
import vn.phopay.zone.SeedZones;
import vn.phopay.zone.WriteOpenSpans;

/**
 * The long-lived parts of one running service, in the order in which they need each other.
 *
 * @param vertx the toolkit's instance
 * @param config settings, checked
 * @param clock the one clock
 * @param registry metrics
 * @param database open, checked and migrated
 * @param threads where what a caller waits for runs
 * @param background where jobs run, so that no caller waits for their computing
 * @param places the places, as seeded
 * @param keyRing the QR-signing keys
 * @param sealKeys the keys that sign closed days
 * @param releaseKeys the keys that sign monthly releases
 * @param openData what is published, in memory
 * @param banks banks and their keys in memory
 * @param writers what records payments
 * @param tallies what of banks' calls leaves no row, counted in memory
 * @param figureEditions how often figures changed, known in memory
 */
record AppParts(
        Vertx vertx,
        AppConfig config,
        Clock clock,
        PrometheusMeterRegistry registry,
        Database database,
        VirtualThreads threads,
        VirtualThreads background,
        PlaceDirectory places,
        QrKeyRing keyRing,
        QrKeyRing sealKeys,
        QrKeyRing releaseKeys,
        OpenDataIndex openData,
        BankDirectory banks,
        PaymentWriters writers,
        BankTallies tallies,
        FigureEditions figureEditions) {
    private static final Logger LOG = LoggerFactory.getLogger(AppParts.class);
    /** Of one bank's deliveries; the rest of the queue stays free for the others. */
    private static final int BANK_SHARE_PERCENT = 75;
    /** A fold and a computation of figures, or a report, go on side by side. */
    private static final int BACKGROUND_CONTEXTS = 2;

    /** Opens everything after the database. */
    static Future<AppParts> open(
            Vertx vertx, AppConfig config, Clock clock, PrometheusMeterRegistry registry, Database database) {
        Pool pool = database.pool();
        PlaceStore placeStore = new PlaceStore();
        BankDirectory banks = new BankDirectory(vertx, new BankStore(), pool, clock);
        SeedZones seedZones = new SeedZones(new WriteOpenSpans(clock), clock);
        Future<PlaceDirectory> places = pool.withTransaction(transaction -> new SeedPlaces(placeStore)
                        .seed(transaction)
                        .compose(seeded -> seedZones.seed(transaction)))
                .compose(seeded -> placeStore.load(pool));
        Future<QrKeyRing> keyRing = vertx.executeBlocking(
                () -> QrKeyRing.open(config.qr().keyDir(), clock, new SecureRandom()))
                .onSuccess(ring -> ring.createdKeyId().ifPresent(
                        keyId -> LOG.info("event=qr_key_made keyId={} dir={}", keyId, config.qr().keyDir())));
        Future<QrKeyRing> sealKeys = vertx.executeBlocking(
                () -> QrKeyRing.openForSeals(config.day().keyDir(), clock, new SecureRandom()))
                .onSuccess(ring -> ring.createdKeyId().ifPresent(
                        keyId -> LOG.info("event=seal_key_made keyId={} dir={}", keyId, config.day().keyDir())));
        Future<QrKeyRing> releaseKeys = vertx.executeBlocking(
                () -> QrKeyRing.openForReleases(config.release().keyDir(), clock, new SecureRandom()))
                .onSuccess(ring -> ring.createdKeyId().ifPresent(
                        keyId -> LOG.info("event=release_key_made keyId={} dir={}", keyId, config.release().keyDir())));
        Future<OpenDataIndex> openData = OpenDataIndex.open(pool, config.http().publicUrl());
        Future<VirtualThreads> threads = VirtualThreads.open(vertx, config.http().eventLoops());
        Future<VirtualThreads> background = VirtualThreads.open(vertx, BACKGROUND_CONTEXTS);
        Future<PaymentWriters> writers = PaymentWriters.open(vertx, writerPlan(config, database), clock, registry);
        return Future.all(List.of(places, keyRing, sealKeys, releaseKeys, openData, threads, background, writers,
                        banks.refresh()))
                .map(all -> new AppParts(vertx, config, clock, registry, database, threads.result(),
                        background.result(),
                        places.result(), keyRing.result(), sealKeys.result(), releaseKeys.result(), openData.result(),
                        banks, writers.result(), new BankTallies(pool, clock), new FigureEditions(pool, clock)));
    }

    /** Each writer has its share of the queue, and always room for one whole call. */
    private static PaymentWriters.Plan writerPlan(AppConfig config, Database database) {
        CallbackConfig callback = config.callback();
        WriterSettings limits = new WriterSettings(
                Math.max(callback.queueRowsMax() / callback.writers(), callback.transactionsMax()),
                Math.max(callback.queueBytesMax() / callback.writers(), config.http().callbackBodyBytesMax()),
                callback.flushRowsMax(),
                callback.flushWindow().toMillis(),
                BANK_SHARE_PERCENT);
        LateRule lateRule = new LateRule(config.payment().lateGrace(), config.payment().nightBooking());
        return new PaymentWriters.Plan(database.connectOptions(), callback.writers(), limits, lateRule);
    }

    Pool pool() {
        return database.pool();
    }

    IdSource ids() {
        return new IdSource(clock);
    }

    AuditLog audit() {
        return new AuditLog(ids(), clock);
    }

    CredentialStore credentials() {
        return new CredentialStore(clock);
    }

    Sessions sessions() {
        return new Sessions(pool(), config.access().sessionLifetime(), clock);
    }

    /** Phones of shops' people that hear payments. */
    ListenerPhones listenerPhones() {
        return new ListenerPhones(
                config.listener(), new ListenerPhones.Parts(sessions(), audit(), ids(), clock));
    }

    MerchantRegistry merchants() {
        return MerchantRegistry.of(audit(), ids(), clock);
    }

    RegisterStaff.Parts staffParts(PasswordHasher hasher) {
        return new RegisterStaff.Parts(credentials(), hasher, audit());
    }

    /** The dialects that banks speak. */
    Dialects dialects() {
        CallbackConfig callback = config.callback();
        return Dialects.all(callback.tolerance(), callback.transactionsMax(), callback.vnpayTellsOrders());
    }

    RecordDelivery recordDelivery() {
        MemoScanner scanner = new MemoScanner(config.payment().memoCandidatesMax());
        return new RecordDelivery(writers, scanner, ids(), pool());
    }

    CaseEffects caseEffects() {
        return new SettleCase(ids(), clock);
    }

    PasswordHasher passwordHasher() {
        return new PasswordHasher(vertx, PasswordHasher.Settings.of(config.access()));
    }
}
