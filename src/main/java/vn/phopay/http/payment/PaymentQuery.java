package vn.phopay.http.payment;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.access.Authority;
import vn.phopay.access.Principal;
import vn.phopay.access.Role;
import vn.phopay.http.Call;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.merchant.MerchantStore;
import vn.phopay.merchant.OutletView;
import vn.phopay.payment.PaymentOutcome;
import vn.phopay.payment.PaymentReader;
import vn.phopay.payment.PaymentReader.Filter;
import vn.phopay.payment.PaymentReader.Scope;
import vn.phopay.time.BusinessDay;

/**
 * What both lists of payments ask for: whose payments the caller may see, of which outlet, days and outcome. Without
 * days they are the last 31 to today; they may span 366.
 */
public final class PaymentQuery {
    private static final int DAYS_DEFAULT = 31;
    private static final int DAYS_MAX = 366;

    private final MerchantStore merchants;
    private final AuditLog audit;
    private final Clock clock;

    /** Looks up outlets in {@code merchants}; keeps looks of staff in {@code audit}; {@code clock} tells today. */
    public PaymentQuery(MerchantStore merchants, AuditLog audit, Clock clock) {
        this.merchants = merchants;
        this.audit = audit;
        this.clock = clock;
    }

    /** The days, outlet and outcome of the query; refuses what cannot be read. */
    Filter filter(Call call) {
        Optional<LocalDate> asked = date(call, "to");
        LocalDate to = asked.orElse(BusinessDay.of(clock.instant()));
        LocalDate from = date(call, "from").orElse(to.minusDays(DAYS_DEFAULT - 1L));
        if (from.isAfter(to) || from.isBefore(to.minusDays(DAYS_MAX - 1L))) {
            throw ProblemException.ofField("?from", "must not lie after to, nor " + DAYS_MAX + " days before it");
        }
        Optional<OutletId> outlet = call.queryParameter("outletId").map(text -> OutletId.parse(text).orElseThrow(
                () -> ProblemException.ofField("?outletId", "must be the id of an outlet")));
        return new Filter(outlet, from, to, call.queryParameter("outcome").map(PaymentQuery::outcome));
    }

    /**
     * Whose payments the caller may see; refuses an outlet that is none of the caller's with 404. That staff look at
     * other people's money is in the audit log before anything is shown.
     */
    Future<Scope> scope(SqlClient client, Call call, Filter filter) {
        Principal caller = call.principal();
        return scope(client, caller, filter).compose(scope -> caller.role().isStaff()
                ? audit.record(client, look(call, scope, filter)).map(scope)
                : Future.succeededFuture(scope));
    }

    private static AuditEntry look(Call call, Scope scope, Filter filter) {
        AuditEntry.Actor actor = AuditEntry.Actor.of(call.principal(), call.requestId());
        AuditEntry look = switch (scope) {
            case PaymentReader.OfMerchant(MerchantId id) ->
                AuditEntry.of(actor, "payments.read", "MERCHANT", id.toString())
                        .with("outletId", filter.outlet().map(OutletId::toString).orElse(""));
            case PaymentReader.OfDistricts(Set<String> codes) -> AuditEntry.of(actor, "payments.read", "DISTRICT",
                    codes.isEmpty() ? "ALL" : codes.stream().sorted().collect(Collectors.joining(",")));
        };
        return look.with("from", filter.from().toString()).with("to", filter.to().toString());
    }

    private Future<Scope> scope(SqlClient client, Principal caller, Filter filter) {
        if (filter.outlet().isEmpty()) {
            return Future.succeededFuture(caller.role() == Role.MERCHANT
                    ? new PaymentReader.OfMerchant(new MerchantId(caller.subjectId()))
                    : new PaymentReader.OfDistricts(caller.districtCodes()));
        }
        return merchants.outletWithMerchant(client, filter.outlet().get())
                .map(outlet -> outlet.filter(view -> mayRead(caller, view))
                        .<Scope>map(view -> new PaymentReader.OfMerchant(view.merchant().id()))
                        .orElseThrow(() -> new ProblemException(ProblemCode.REQUEST_NOT_FOUND,
                                "There is no such outlet, or none that you may see.")));
    }

    private static boolean mayRead(Principal caller, OutletView outlet) {
        return Authority.mayReadMerchant(caller, outlet.merchant().id(), Set.of(outlet.place().districtCode()));
    }

    private static PaymentOutcome outcome(String text) {
        return Arrays.stream(PaymentOutcome.values()).filter(outcome -> outcome.name().equals(text)).findFirst()
                .orElseThrow(() -> ProblemException.ofField(
                        "?outcome", "must be one of " + Arrays.toString(PaymentOutcome.values())));
    }

    private static Optional<LocalDate> date(Call call, String name) {
        return call.queryParameter(name).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw ProblemException.ofField("?" + name, "must be a business day, as 2026-11-22");
            }
        });
    }
}
