package vn.phopay.geo;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.identity.IdSource;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.place.PlaceStore;
import vn.phopay.time.BusinessDay;

/** Keeps the file of a new edition, once by its content, for another administrator to confirm. Changes no place. */
public final class ProposeEdition {
    /** Longest title, in characters. */
    public static final int TITLE_LENGTH_MAX = 200;

    private static final Logger LOG = LoggerFactory.getLogger(ProposeEdition.class);

    private final EditionStore editions;
    private final PlaceStore places = new PlaceStore();
    private final AuditLog audit;
    private final IdSource ids;
    private final Clock clock;

    /** Keeps them in {@code editions}. */
    public ProposeEdition(EditionStore editions, AuditLog audit, IdSource ids, Clock clock) {
        this.editions = editions;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome permits Proposed, ThereBefore, Faulty {}

    /** It waits for a second administrator. */
    public record Proposed(UUID edition) implements Outcome {}

    /** The same file is there already; nothing changed. */
    public record ThereBefore(UUID edition) implements Outcome {}

    /** The file does not fit the places as they are. */
    public record Faulty(List<SheetFault> faults) implements Outcome {
        /** Copies the list. */
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** Proposes {@code csv} under {@code title}; runs on a virtual thread. */
    public Outcome propose(SqlConnection transaction, String title, byte[] csv, AuditEntry.Actor actor) {
        await(editions.lock(transaction));
        String hash = hash(csv);
        Optional<UUID> before = await(editions.findByContent(transaction, hash));
        if (before.isPresent()) {
            return new ThereBefore(before.get());
        }
        PlaceDirectory now = await(places.load(transaction));
        Instant at = clock.instant();
        return switch (EditionSheet.read(csv, now, BusinessDay.of(at))) {
            case EditionSheet.Faulty(List<SheetFault> faults) -> new Faulty(faults);
            case EditionSheet.Good(EditionDraft draft) -> {
                Edition edition = new Edition(ids.next(), title, draft.validFrom(), hash,
                        new String(csv, StandardCharsets.UTF_8), Edition.Status.PROPOSED,
                        new Edition.History(at, actor.requireId(), "", Optional.empty(), "", Optional.empty(), "",
                                Optional.empty()));
                keep(transaction, edition, actor);
                yield new Proposed(edition.id());
            }
        };
    }

    private void keep(SqlClient transaction, Edition edition, AuditEntry.Actor actor) {
        await(editions.insert(transaction, edition));
        await(audit.record(transaction,
                AuditEntry.of(actor, "edition.propose", "PLACE_EDITION", edition.id().toString())
                        .with("title", edition.title())
                        .with("validFrom", edition.validFrom().toString())
                        .with("sha256", edition.contentHash())));
        LOG.info("event=edition_proposed editionId={} validFrom={}", edition.id(), edition.validFrom());
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
