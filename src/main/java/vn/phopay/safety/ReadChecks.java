package vn.phopay.safety;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.QrId;
import vn.phopay.identity.SelfCheckId;
import vn.phopay.time.BusinessDay;

/** Reads what an owner's checks came to: her own only. Every future fails only on a database fault. */
public final class ReadChecks {
    /** A streak is counted over so many days at most. */
    static final int STREAK_DAYS_MAX = 400;

    private final SelfCheckStore checks;
    private final Clock clock;

    /** Reads from {@code checks} at {@code clock}'s time. */
    public ReadChecks(SelfCheckStore checks, Clock clock) {
        this.checks = checks;
        this.clock = clock;
    }

    /** One check of the merchant; another's is none. */
    public Future<Optional<SelfCheck>> find(SqlClient client, MerchantId merchant, SelfCheckId id) {
        return checks.find(client, merchant, id);
    }

    /** Days in a row on which {@code code}, or any code of the shop, was checked and green; at most 400. */
    public Future<Integer> streak(SqlClient client, MerchantId merchant, Optional<QrId> code) {
        LocalDate today = today();
        return checks.greenDays(client, merchant, code, today.minusDays(STREAK_DAYS_MAX - 1L))
                .map(days -> CheckStreak.of(days, today));
    }

    /** The last 30 days. */
    public Future<CheckHistory> history(SqlClient client, MerchantId merchant) {
        LocalDate today = today();
        return checks.days(client, merchant, today.minusDays(CheckHistory.DAYS - 1L))
                .map(marks -> CheckHistory.of(marks, today));
    }

    private LocalDate today() {
        return BusinessDay.of(clock.instant());
    }
}
