package vn.phopay.web.live;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import vn.phopay.access.AuditEntry.Actor;
import vn.phopay.access.AuditLog;
import vn.phopay.access.ListenerPhones;
import vn.phopay.access.ListenerPhones.Invited;
import vn.phopay.access.ListenerPhones.Owner;
import vn.phopay.access.ListenerPhones.Wish;
import vn.phopay.access.Sessions;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.config.ListenerConfig;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.ListenerPhoneId;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestPostgres;

/** What an owner does about staff phones, by the use case behind its page. */
final class Pairing {
    private final Pool pool;
    private final Owner owner;
    private final ListenerPhones phones;
    private final VirtualThreads threads = await(VirtualThreads.open(TestPostgres.vertx()));

    Pairing(Pool pool, PortalShop shop) {
        Clock clock = Clock.systemUTC();
        IdSource ids = new IdSource(clock);
        MerchantId merchant = MerchantId.parse(shop.merchantId()).orElseThrow();
        this.pool = pool;
        this.owner = new Owner(merchant, new Actor(merchant.value(), "MERCHANT", "test-request"));
        this.phones = new ListenerPhones(
                new ListenerConfig(15, Duration.ofMinutes(10), 5, Duration.ofDays(30)),
                new ListenerPhones.Parts(new Sessions(pool, Duration.ofHours(12), clock),
                        new AuditLog(ids, clock), ids, clock));
    }

    /** Invites a phone that hears all outlets. */
    Invited invite(String name) {
        return invite(name, Optional.empty());
    }

    /** Invites a phone that hears one outlet. */
    Invited invite(String name, String outletId) {
        return invite(name, OutletId.parse(outletId));
    }

    /** A token of a phone that was invited and paired. */
    String paired(Invited invited) {
        Buffer hash = ListenerPhones.linkHash(invited.link()).orElseThrow();
        return inTransaction(db -> phones.pair(db, hash, "test-request")).orElseThrow().token().text();
    }

    void end(ListenerPhoneId phone) {
        inTransaction(db -> phones.end(db, owner, phone));
    }

    private Invited invite(String name, Optional<OutletId> outlet) {
        return assertInstanceOf(Invited.class, inTransaction(db -> phones.invite(db, owner, new Wish(name, outlet))));
    }

    private <T> T inTransaction(Function<SqlConnection, T> work) {
        return await(pool.withTransaction(db -> threads.call(() -> work.apply(db))));
    }
}
