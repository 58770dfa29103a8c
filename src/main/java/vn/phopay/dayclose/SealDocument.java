package vn.phopay.dayclose;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a seal says of a day: everything that can be recomputed from the database, and what a person judged and accepted
 * when closing it.
 *
 * @param businessDate the day
 * @param place where it stands in the chain
 * @param sealedAt when; whole seconds
 * @param regular the day's own facts
 * @param adjustments facts of earlier days that came after their own day's seal, oldest day first
 * @param reconciliation what stood against what at that moment: statements, drift, open cases
 * @param closing who closed it, why, and what was waived by whom
 */
record SealDocument(LocalDate businessDate, SealedDay.Place place, Instant sealedAt, DayPart regular,
                    List<DayPart> adjustments, JsonObject reconciliation, JsonObject closing) {
    /** Of the document's form. */
    static final long VERSION = 1;
    /** The member that names the key; added when it is signed. */
    static final String KEY_ID = "keyId";

    SealDocument {
        adjustments = List.copyOf(adjustments);
    }

    /** As it is sealed, but for the key's id. Transaction ids are texts: they may grow beyond JSON's numbers. */
    JsonObject toJson() {
        return new JsonObject()
                .put("version", VERSION)
                .put("businessDate", businessDate.toString())
                .put("previous", place.previous())
                .put("horizon", Long.toString(place.horizon()))
                .put("sealedAt", sealedAt.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("regular", regular.toJson())
                .put("adjustments", DayPart.toJson(adjustments))
                .put("reconciliation", reconciliation)
                .put("closing", closing);
    }
}
