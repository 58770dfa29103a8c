package vn.phopay.http.adoption;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import vn.phopay.access.AuditEntry;
import vn.phopay.geo.Baseline;
import vn.phopay.geo.BaselineSheet;
import vn.phopay.geo.SetBaselines;
import vn.phopay.geo.SheetFault;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Problem;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.time.BusinessDay;

/** PUT /api/v1/adoption/baselines: sets trading premises and targets, all or none, as JSON or CSV. */
public final class PutBaselines implements TransactionalEndpoint {
    private static final int BODY_BYTES_MAX = 1_048_576;
    private static final int ERRORS_MAX = 100;
    private static final EndpointSpec SPEC =
            EndpointSpec.put("/api/v1/adoption/baselines", Access.ANALYSTS).withBodyBytesMax(BODY_BYTES_MAX);

    private final BaselineSheet sheet;
    private final SetBaselines setBaselines;
    private final Clock clock;

    /** Reads by {@code sheet}, writes by {@code setBaselines}. */
    public PutBaselines(BaselineSheet sheet, SetBaselines setBaselines, Clock clock) {
        this.sheet = sheet;
        this.setBaselines = setBaselines;
        this.clock = clock;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        String type = call.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("text/csv")) {
            return answer(call, transaction,
                    sheet.read(call.rawBody().getBytes(), call.principal(), BusinessDay.of(clock.instant())),
                    fault -> fault.line() == 0 ? "" : "line=" + fault.line() + ";column=" + fault.column());
        }
        if (!type.startsWith("application/json")) {
            return Reply.problem(ProblemCode.REQUEST_MEDIA_TYPE, "Send application/json or text/csv.");
        }
        return answer(call, transaction,
                sheet.read(BaselineItems.read(json(call)), call.principal(), BusinessDay.of(clock.instant())),
                fault -> BaselineItems.pointer(fault.line(), fault.column()));
    }

    private Reply answer(Call call, SqlConnection transaction, BaselineSheet.Outcome outcome,
            Function<SheetFault, String> pointer) {
        return switch (outcome) {
            case BaselineSheet.Good(List<Baseline> baselines) -> Reply.json(200, toJson(setBaselines.set(
                    transaction, baselines, AuditEntry.Actor.of(call.principal(), call.requestId()))));
            case BaselineSheet.Faulty faulty -> throw new ProblemException(new Problem(
                    faulty.isOnlyNotYours() ? ProblemCode.AUTH_FORBIDDEN : ProblemCode.REQUEST_INVALID,
                    "Nothing was written. Please correct what is named in errors.",
                    faulty.faults().stream()
                            .limit(ERRORS_MAX)
                            .map(fault -> new Problem.FieldError(pointer.apply(fault), fault.detail()))
                            .toList()));
        };
    }

    private static JsonObject json(Call call) {
        try {
            return new JsonObject(call.rawBody());
        } catch (DecodeException | ClassCastException e) {
            throw new ProblemException(ProblemCode.REQUEST_NOT_JSON, "The body must be one JSON object in UTF-8.");
        }
    }

    private static JsonObject toJson(List<SetBaselines.Change> changes) {
        return new JsonObject()
                .put("items", changes.size())
                .put("added", count(changes, SetBaselines.Effect.ADDED))
                .put("changed", count(changes, SetBaselines.Effect.CHANGED))
                .put("unchanged", count(changes, SetBaselines.Effect.UNCHANGED));
    }

    private static long count(List<SetBaselines.Change> changes, SetBaselines.Effect effect) {
        return changes.stream().filter(change -> change.effect() == effect).count();
    }
}
