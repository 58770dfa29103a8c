package vn.phopay.merchant;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Optional;
import vn.phopay.access.AuditEntry;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;

/** Adds a further outlet, which stands in its place from today on. */
public final class AddOutlet {
    /** Most outlets of one merchant. */
    public static final int OUTLETS_MAX = 500;

    private final MerchantRegistry registry;

    /** Adds in {@code registry}. */
    public AddOutlet(MerchantRegistry registry) {
        this.registry = registry;
    }

    /** What came of it. */
    public sealed interface Outcome permits Added, TooMany, NotFound {}

    /** It is there. */
    public record Added(Outlet outlet) implements Outcome {}

    /** The merchant has {@link #OUTLETS_MAX} outlets. */
    public record TooMany() implements Outcome {}

    /** There is no such merchant, or none the caller may see. */
    public record NotFound() implements Outcome {}

    /** Writes through {@code transaction}; runs on a virtual thread. */
    public Outcome add(SqlConnection transaction, MerchantId merchant, NewOutlet outlet, Caller caller) {
        Optional<MerchantFile> found = Future.await(registry.lock(transaction, merchant))
                .filter(file -> file.isVisibleTo(caller.principal()));
        if (found.isEmpty()) {
            return new NotFound();
        }
        if (found.get().outlets().size() >= OUTLETS_MAX) {
            return new TooMany();
        }
        Instant now = registry.clock().instant();
        OutletId id = new OutletId(registry.ids().next());
        Future.await(registry.outlets().add(transaction, new OutletStore.Addition(merchant, id, outlet), now));
        Future.await(registry.merchants().touch(transaction, merchant, now));
        Future.await(registry.audit().record(transaction,
                AuditEntry.of(caller.actor(), "outlet.add", "OUTLET", id.toString())
                        .with("merchantId", merchant.toString())));
        return new Added(Future.await(registry.outlets().list(transaction, merchant)).stream()
                .filter(listed -> listed.id().equals(id))
                .findFirst()
                .orElseThrow());
    }
}
