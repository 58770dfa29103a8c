package vn.phopay.http.dayclose;

import io.vertx.sqlclient.SqlConnection;
import java.util.Arrays;
import java.util.Optional;
import vn.phopay.access.AuditEntry;
import vn.phopay.dayclose.Blocker;
import vn.phopay.dayclose.BlockerKind;
import vn.phopay.dayclose.DayWaiver;
import vn.phopay.dayclose.ProposeWaiver;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Fields;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;

/** POST /api/v1/days/{date}/waivers: proposes to close a day in spite of what is found; another person closes it. */
public final class PostDayWaiver implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.post("/api/v1/days/{date}/waivers", Access.ADMIN);

    private final ProposeWaiver propose;

    /** Proposes by {@code propose}. */
    public PostDayWaiver(ProposeWaiver propose) {
        this.propose = propose;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Fields body = call.body();
        BlockerKind blocker = body.required("blocker", PostDayWaiver::parse,
                "must be STATEMENT_MISSING or DRIFT", BlockerKind.DRIFT);
        String reason = body.text("reason", 1, ProposeWaiver.REASON_LENGTH_MAX);
        body.check();
        ProposeWaiver.Order order = new ProposeWaiver.Order(DayCalls.date(call), blocker, reason,
                AuditEntry.Actor.of(call.principal(), call.requestId()));
        return switch (propose.propose(transaction, order)) {
            case ProposeWaiver.Proposed(DayWaiver waiver, Blocker found) ->
                Reply.ok(DayJson.waiver(waiver).put("evidence", found.evidence()));
            case ProposeWaiver.NotFound none -> Reply.problem(ProblemCode.RECON_NOTHING_TO_WAIVE,
                    "Nothing of this kind speaks against closing the day now.");
            case ProposeWaiver.AlreadySealed none -> Reply.problem(ProblemCode.RECON_DAY_SEALED,
                    "The day is sealed; nothing is to be waived any more.");
        };
    }

    private static Optional<BlockerKind> parse(String word) {
        return Arrays.stream(BlockerKind.values())
                .filter(kind -> kind.waivable() && kind.name().equals(word))
                .findFirst();
    }
}
