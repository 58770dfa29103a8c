package vn.phopay.http.dayclose;

import io.vertx.sqlclient.SqlConnection;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.phopay.access.AuditEntry;
import vn.phopay.dayclose.Blocker;
import vn.phopay.dayclose.BlockerKind;
import vn.phopay.dayclose.CloseDay;
import vn.phopay.dayclose.SealedDay;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Fields;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;

/** POST /api/v1/days/{date}/close: seals a business day for ever, or says what speaks against it. */
public final class PostDayClose implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.post("/api/v1/days/{date}/close", Access.ADMIN);

    private final CloseDay closeDay;

    /** Closes by {@code closeDay}. */
    public PostDayClose(CloseDay closeDay) {
        this.closeDay = closeDay;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Fields body = call.body();
        String note = body.optionalText("note", CloseDay.NOTE_LENGTH_MAX).orElse("");
        Set<BlockerKind> waive = waive(body);
        boolean begins = body.optional("chain", word -> "BEGIN".equals(word) ? Optional.of(true)
                : Optional.empty(), "must be BEGIN or missing").orElse(false);
        body.check();
        CloseDay.Order order = new CloseDay.Order(DayCalls.date(call), note, waive, begins,
                AuditEntry.Actor.of(call.principal(), call.requestId()));
        return switch (closeDay.close(transaction, order)) {
            case CloseDay.Closed(SealedDay day) -> sealed(day, true);
            case CloseDay.ClosedBefore(SealedDay day) -> sealed(day, false);
            case CloseDay.Blocked(List<Blocker> blockers) -> DayCalls.blocked(blockers);
        };
    }

    private static Set<BlockerKind> waive(Fields body) {
        List<String> words = Arrays.stream(BlockerKind.values()).filter(BlockerKind::waivable).map(Enum::name).toList();
        Set<BlockerKind> waive = EnumSet.noneOf(BlockerKind.class);
        for (String word : body.texts("waive", words.size())) {
            if (words.contains(word)) {
                waive.add(BlockerKind.valueOf(word));
            } else {
                body.fail("waive", "must be of " + words);
            }
        }
        return waive;
    }

    private static Reply sealed(SealedDay day, boolean now) {
        return Reply.ok(DayJson.seal(day).put("businessDate", day.businessDate().toString()).put("sealedNow", now));
    }
}
