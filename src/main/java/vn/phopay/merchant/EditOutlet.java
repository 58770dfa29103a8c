package vn.phopay.merchant;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.phopay.access.AuditEntry;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.time.BusinessDay;

/**
 * Changes an outlet's name or address, or moves it. A move holds from today on and never reaches back: figures of days
 * gone by stay with the district where the outlet stood.
 */
public final class EditOutlet {
    private final MerchantRegistry registry;
    private final LocateOutlet locate;

    /** Edits in {@code registry}; places are found by {@code locate}. */
    public EditOutlet(MerchantRegistry registry, LocateOutlet locate) {
        this.registry = registry;
        this.locate = locate;
    }

    /**
     * An edit.
     *
     * @param outlet of which
     * @param version the merchant's version it was made on; empty for whichever is there
     * @param patch what changes
     */
    public record Edit(OutletId outlet, Optional<Long> version, OutletPatch patch) {}

    /** What came of it; after anything but {@link Edited} the transaction must be rolled back. */
    public sealed interface Outcome permits Edited, Stale, NotFound, Misplaced {}

    /** The outlet as it is now, and its merchant's version. */
    public record Edited(Outlet outlet, long version) implements Outcome {}

    /** The merchant was changed since: {@code version} is there now. */
    public record Stale(long version) implements Outcome {}

    /** There is no such outlet, or none the caller may see. */
    public record NotFound() implements Outcome {}

    /** The places do not fit together. */
    public record Misplaced(LocateOutlet.NotThere fault) implements Outcome {}

    /** Writes through {@code transaction}; runs on a virtual thread. */
    public Outcome edit(SqlConnection transaction, Edit edit, Caller caller) {
        Optional<MerchantFile> found = Future.await(registry.outlets().owner(transaction, edit.outlet()))
                .flatMap(owner -> Future.await(registry.lock(transaction, owner)))
                .filter(file -> file.isVisibleTo(caller.principal()));
        if (found.isEmpty()) {
            return new NotFound();
        }
        long version = found.get().merchant().version();
        if (edit.version().filter(seen -> seen != version).isPresent()) {
            return new Stale(version);
        }
        return write(transaction, found.get(), edit, caller);
    }

    private Outcome write(SqlConnection transaction, MerchantFile file, Edit edit, Caller caller) {
        Instant now = registry.clock().instant();
        Outlet outlet = outletOf(file, edit.outlet());
        OutletPatch patch = edit.patch();
        if (patch.moves()) {
            LocalDate today = BusinessDay.of(now);
            switch (locate.locate(patch.applyTo(outlet.location()), today)) {
                case LocateOutlet.NotThere fault -> {
                    return new Misplaced(fault);
                }
                case LocateOutlet.Located(OutletPlace place) ->
                    Future.await(registry.outlets().move(transaction, outlet.id(), place, today));
            }
        }
        Future.await(registry.outlets().rename(transaction, outlet.id(),
                patch.name().orElse(outlet.name()), patch.address().orElse(outlet.address())));
        MerchantId merchant = file.merchant().id();
        Future.await(registry.merchants().touch(transaction, merchant, now));
        Future.await(registry.audit().record(transaction,
                AuditEntry.of(caller.actor(), "outlet.edit", "OUTLET", outlet.id().toString())
                        .with("moved", patch.moves())));
        MerchantFile edited = Future.await(registry.read(transaction, merchant)).orElseThrow();
        return new Edited(outletOf(edited, outlet.id()), edited.merchant().version());
    }

    private static Outlet outletOf(MerchantFile file, OutletId id) {
        return file.outlets().stream().filter(outlet -> outlet.id().equals(id)).findFirst().orElseThrow();
    }
}
