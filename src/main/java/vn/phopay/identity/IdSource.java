package vn.phopay.identity;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Makes UUID version 7 ids (RFC 9562 section 5.7): in time order, so that inserts touch the newest index pages. */
public final class IdSource {
    private final TimeBasedEpochGenerator generator;

    /** Ids whose time part is read from {@code clock}. */
    public IdSource(Clock clock) {
        this.generator = Generators.timeBasedEpochGenerator(new SecureRandom(), new UUIDClock() {
            @Override
            public long currentTimeMillis() {
                return clock.millis();
            }
        });
    }

    /** A new id, unique among all instances; ids of one source are strictly increasing within a millisecond. */
    public UUID next() {
        return generator.generate();
    }
}
