package vn.phopay.payment;

import static io.vertx.core.Future.await;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.access.AuditEntry;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.PaymentId;
import vn.phopay.payment.PaymentFactStore.Origin;
import vn.phopay.time.BusinessDay;

/** Records that a person accepted a payment as it stands, with whatever is wrong about it. It changes no sum. */
public final class RecordAcceptance {
    private final PaymentFactStore facts = new PaymentFactStore();
    private final IdSource ids;
    private final Clock clock;

    /** Names facts by {@code ids}; {@code clock} tells the business day of a decision. */
    public RecordAcceptance(IdSource ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * An acceptance.
     *
     * @param payment the payment
     * @param key what tells it from others for ever: the case that decided it
     * @param caseId the case in which it was decided
     * @param actor who decided
     * @param evidence why, frozen with it
     */
    public record Acceptance(
            PaymentId payment, String key, @Nullable UUID caseId, AuditEntry.Actor actor, JsonObject evidence) {
        /** Copies {@code evidence}. */
        public Acceptance {
            evidence = evidence.copy();
        }
    }

    /** Writes through {@code transaction}, once a key; false where it was kept before. Runs on a virtual thread. */
    public boolean record(SqlConnection transaction, Acceptance acceptance) {
        Origin origin = new Origin(ids.next(), acceptance.payment(), acceptance.key(), acceptance.caseId(),
                acceptance.actor(), acceptance.evidence(), null, BusinessDay.of(clock.instant()));
        return await(facts.keepAcceptance(transaction, origin));
    }
}
