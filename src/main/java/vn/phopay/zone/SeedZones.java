package vn.phopay.zone;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.List;

/**
 * Brings the calendars of the seed files into the database, after the places, and writes the open spans. Doing it again
 * changes nothing; what staff recorded or withdrew stays as it is.
 */
public final class SeedZones {
    private final ZoneStore zones = new ZoneStore();
    private final WriteOpenSpans writeSpans;
    private final Clock clock;

    /** Stamps by {@code clock}. */
    public SeedZones(WriteOpenSpans writeSpans, Clock clock) {
        this.writeSpans = writeSpans;
        this.clock = clock;
    }

    /** Writes through {@code transaction}; gives the number of rows and days that were new or corrected. */
    public Future<Integer> seed(SqlConnection transaction) {
        List<ZoneException> exceptions = ZoneSeed.exceptions();
        ZoneStore.Mark mark = new ZoneStore.Mark(clock.instant(), null);
        return zones.replaceRules(transaction, ZoneSeed.rules())
                .compose(rules -> zones.saveHolidays(transaction, ZoneSeed.holidays()).map(days -> rules + days))
                .compose(rows -> Future.all(exceptions.stream()
                                .map(exception -> zones.add(transaction, exception, mark))
                                .toList())
                        .map(added -> rows + added.<Integer>list().stream().mapToInt(Integer::intValue).sum()))
                .compose(rows -> writeSpans.write(transaction).map(days -> rows + days));
    }
}
