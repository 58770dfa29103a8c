package vn.phopay.dayclose;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A day that is closed for ever.
 *
 * @param businessDate the day
 * @param seal its seal
 * @param place where the seal stands in the chain
 * @param sealedAt when
 * @param sealedBy the member of staff who closed it
 */
public record SealedDay(LocalDate businessDate, Seal seal, Place place, Instant sealedAt, UUID sealedBy) {
    /**
     * Where a seal stands.
     *
     * @param previous hash of the seal before, or {@link Seal#GENESIS}
     * @param previousHorizon the horizon of the seal before, 0 for the first
     * @param horizon every fact of a transaction below it was there when the day was sealed, and none came after
     */
    public record Place(String previous, long previousHorizon, long horizon) {
        /** Refuses horizons that go back, as they would after a restore from a logical dump. */
        public Place {
            if (horizon < previousHorizon) {
                throw new IllegalStateException("the horizon " + horizon + " lies before " + previousHorizon
                        + " of the seal before: the database was restored from a logical dump");
            }
        }
    }
}
