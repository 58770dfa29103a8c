package vn.phopay.reconciliation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import vn.phopay.db.Sql;
import vn.phopay.identity.CaseId;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.PaymentId;
import vn.phopay.identity.PaymentRequestId;

/**
 * Reads cases. Staff limited to districts see a case where a merchant of theirs may claim its money: the merchant it
 * was recorded for, the credited account's, or that of a code in the memo; and a case that names a district of theirs.
 * Other cases that nobody may claim are seen by staff of the whole city alone. Takes no locks; every future fails only
 * on a database fault.
 */
public final class CaseReader {
    private static final Sql READ = Sql.load("reconciliation/read_case");
    private static final Sql LIST = Sql.load("reconciliation/list_cases");
    private static final Sql LIST_QUEUE = Sql.load("reconciliation/list_queue");

    /**
     * What is looked for.
     *
     * @param kind a rule
     * @param status a state
     * @param bankCode a bank
     */
    public record Filter(Optional<CaseKind> kind, Optional<CaseStatus> status, Optional<String> bankCode) {}

    /**
     * Which page.
     *
     * @param after the last case of the page before
     * @param limit most cases on it
     */
    public record PageRequest(Optional<CaseId> after, int limit) {}

    /**
     * A page.
     *
     * @param items cases, the last opened first
     * @param next where it ended, if there are more
     */
    public record Page(List<CaseFile> items, Optional<CaseId> next) {}

    /** One case; empty where there is none, or it is no case of {@code visibleDistricts} (empty: all are seen). */
    public Future<Optional<CaseFile>> find(SqlClient client, CaseId id, Set<String> visibleDistricts) {
        return READ.execute(client, Tuple.of(id.value())).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(CaseReader::toFile)
                .filter(file -> visibleDistricts.isEmpty()
                        || file.about().districtCodes().stream().anyMatch(visibleDistricts::contains))
                .findFirst());
    }

    /** Reads one page of what staff of {@code visibleDistricts} see; empty for those who see all. */
    public Future<Page> list(SqlClient client, Filter filter, PageRequest page, Set<String> visibleDistricts) {
        Tuple parameters = Tuple.of(
                filter.kind().map(CaseKind::name).orElse(null),
                filter.status().map(CaseStatus::name).orElse(null),
                filter.bankCode().orElse(null),
                page.after().map(CaseId::value).orElse(null),
                visibleDistricts.isEmpty() ? null : visibleDistricts.toArray(String[]::new),
                page.limit() + 1);
        return LIST.execute(client, parameters).map(rows -> toPage(
                StreamSupport.stream(rows.spliterator(), false).map(CaseReader::toFile).toList(), page.limit()));
    }

    /**
     * What is looked for among cases that are not resolved.
     *
     * @param kinds rules
     * @param statuses states
     * @param bankCode a bank
     * @param openedBefore only those found before
     * @param pending whether only those are meant of which a proposal waits
     */
    public record Queue(
            Set<CaseKind> kinds,
            Set<CaseStatus> statuses,
            Optional<String> bankCode,
            Optional<Instant> openedBefore,
            boolean pending) {
        /** Copies both sets. */
        public Queue {
            kinds = Set.copyOf(kinds);
            statuses = Set.copyOf(statuses);
        }
    }

    /** One page of work that is left, the case found first first. */
    public Future<Page> queue(SqlClient client, Queue queue, PageRequest page, Set<String> visibleDistricts) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(names(queue.kinds()))
                .addArrayOfString(names(queue.statuses()))
                .addString(queue.bankCode().orElse(null))
                .addOffsetDateTime(queue.openedBefore().map(CaseActs::timestamp).orElse(null))
                .addBoolean(queue.pending())
                .addUUID(page.after().map(CaseId::value).orElse(null))
                .addArrayOfString(visibleDistricts.isEmpty() ? null : visibleDistricts.toArray(String[]::new))
                .addInteger(page.limit() + 1);
        return LIST_QUEUE.execute(client, parameters).map(rows -> toPage(
                StreamSupport.stream(rows.spliterator(), false).map(CaseReader::toFile).toList(), page.limit()));
    }

    private static String[] names(Set<? extends Enum<?>> members) {
        return members.stream().map(Enum::name).toArray(String[]::new);
    }

    private static Page toPage(List<CaseFile> found, int limit) {
        if (found.size() <= limit) {
            return new Page(found, Optional.empty());
        }
        List<CaseFile> items = List.copyOf(found.subList(0, limit));
        return new Page(items, Optional.of(items.getLast().id()));
    }

    private static CaseFile toFile(Row row) {
        return new CaseFile(
                new CaseId(row.getUUID("case_id")),
                CaseKind.valueOf(row.getString("kind")),
                row.getLocalDate("period"),
                row.getString("bank_code"),
                row.getString("credited_account"),
                toStanding(row),
                row.get(JsonObject.class, "evidence"),
                new CaseFile.About(toPayment(row),
                        Optional.ofNullable(row.getUUID("owner_id")).map(MerchantId::new),
                        Arrays.stream(row.getArrayOfStrings("district_codes")).collect(Collectors.toSet())));
    }

    private static CaseFile.Standing toStanding(Row row) {
        UUID pending = row.getUUID("pending_act_id");
        return new CaseFile.Standing(
                CaseStatus.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("resolution")).map(Resolution::valueOf),
                row.getLong("version"),
                row.getOffsetDateTime("opened_at").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("resolved_at")).map(OffsetDateTime::toInstant),
                Optional.ofNullable(pending).map(act -> toProposal(act, row)));
    }

    private static CaseFile.Proposal toProposal(UUID act, Row row) {
        Decision decision = new Decision(
                CaseAction.valueOf(row.getString("proposed_action")),
                Optional.ofNullable(row.getUUID("proposed_outlet_id")).map(OutletId::new).orElse(null),
                Optional.ofNullable(row.getUUID("proposed_request_id")).map(PaymentRequestId::new).orElse(null),
                row.getString("proposed_note"));
        return new CaseFile.Proposal(new CaseAct.Answer(act, row.getUUID("pending_actor_id")), decision,
                row.getString("proposed_because"), row.getOffsetDateTime("proposed_at").toInstant());
    }

    private static Optional<CaseFile.CasePayment> toPayment(Row row) {
        return Optional.ofNullable(row.getUUID("counted_id")).map(id -> new CaseFile.CasePayment(
                new PaymentId(id),
                row.getString("bank_reference"),
                "CREDIT".equals(row.getString("direction")),
                row.getLong("amount_vnd"),
                row.getString("memo"),
                row.getOffsetDateTime("booked_at").toInstant(),
                row.getString("outcome"),
                new CaseFile.Attributed(row.getUUID("merchant_id"), row.getUUID("outlet_id"),
                        row.getUUID("payment_request_id"))));
    }
}
