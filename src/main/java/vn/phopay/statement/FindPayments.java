package vn.phopay.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.db.Sql;
import vn.phopay.payment.MemoScanner;
import vn.phopay.payment.ReferenceCode;

/** Looks up the payments that lines may be about. */
final class FindPayments {
    /** How far apart, in seconds, a line and a payment of one payer may be booked. */
    static final int NEAR_SECONDS = 600;

    private static final Sql BY_TRACE = Sql.load("statement/find_payments_by_trace");
    private static final Sql ALIKE = Sql.load("statement/find_payments_alike");
    private static final Sql GATHER = Sql.load("statement/gather_candidates");
    private static final Sql DROP = Sql.load("statement/drop_candidates");
    private static final Sql TARGETS = Sql.load("statement/find_code_targets");

    private final MemoScanner scanner;

    FindPayments(MemoScanner scanner) {
        this.scanner = scanner;
    }

    /** The payments that {@code lines} name by trace or transaction id. */
    Future<List<NamedPayment>> byTrace(SqlClient transaction, Upload upload, List<PlacedLine> lines) {
        List<Integer> places = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> accounts = new ArrayList<>();
        for (int place = 0; place < lines.size(); place++) {
            for (String name : namesOf(lines.get(place).line())) {
                places.add(place);
                names.add(name);
                accounts.add(lines.get(place).accountNumber());
            }
        }
        if (places.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        Tuple parameters = Tuple.of(upload.bankCode(), upload.bankBin())
                .addArrayOfInteger(places.toArray(Integer[]::new))
                .addArrayOfString(names.toArray(String[]::new))
                .addArrayOfString(accounts.toArray(String[]::new));
        return BY_TRACE.execute(transaction, parameters).map(rows -> {
            List<NamedPayment> payments = new ArrayList<>(rows.size());
            rows.forEach(row -> payments.add(toNamed(row)));
            return payments;
        });
    }

    /** Gathers what waiting lines of {@code upload} may be about, once all its lines were held against traces. */
    Future<Void> gather(SqlClient transaction, Upload upload) {
        return GATHER.execute(transaction, Tuple.of(upload.id(), upload.bankBin())).mapEmpty();
    }

    /** Forgets what was gathered. */
    Future<Void> drop(SqlClient transaction, Upload upload) {
        return DROP.execute(transaction, Tuple.of(upload.id())).mapEmpty();
    }

    /** The payments that {@code lines} fit by account, amount and direction, and by code, payer or time. */
    Future<List<AlikePayment>> alike(SqlClient transaction, Upload upload, List<PlacedLine> lines) {
        return targets(transaction, lines).compose(targets -> {
            Tuple parameters = Tuple.of(upload.bankBin())
                    .addArrayOfInteger(places(lines.size()))
                    .addArrayOfString(lines.stream().map(PlacedLine::accountNumber).toArray(String[]::new))
                    .addArrayOfString(texts(lines, line -> line.direction().name()))
                    .addArrayOfLong(lines.stream().map(placed -> placed.line().amountVnd()).toArray(Long[]::new))
                    .addArrayOfOffsetDateTime(lines.stream()
                            .map(placed -> OffsetDateTime.ofInstant(placed.line().booking().at(), ZoneOffset.UTC))
                            .toArray(OffsetDateTime[]::new))
                    .addArrayOfBoolean(lines.stream()
                            .map(placed -> placed.line().booking().exact()).toArray(Boolean[]::new))
                    .addArrayOfInteger(targets.places().toArray(Integer[]::new))
                    .addArrayOfUUID(targets.ids().toArray(UUID[]::new))
                    .addInteger(NEAR_SECONDS)
                    .addArrayOfString(texts(lines, StatementLine::bankTrace))
                    .addArrayOfString(texts(lines, line -> line.payer().name()))
                    .addArrayOfString(texts(lines, line -> line.payer().account()))
                    .addArrayOfString(texts(lines, StatementLine::memo))
                    .addUUID(upload.id());
            return ALIKE.execute(transaction, parameters);
        }).map(rows -> {
            List<AlikePayment> payments = new ArrayList<>(rows.size());
            rows.forEach(row -> payments.add(toAlike(row)));
            return payments;
        });
    }

    private record Targets(List<Integer> places, List<UUID> ids) {}

    /** What the codes of the lines were issued for; the structured reference is searched first. */
    private Future<Targets> targets(SqlClient transaction, List<PlacedLine> lines) {
        Map<String, List<Integer>> codeToPlaces = new HashMap<>();
        for (int place = 0; place < lines.size(); place++) {
            StatementLine line = lines.get(place).line();
            for (ReferenceCode code : scanner.scan(line.payerReference(), line.memo())) {
                codeToPlaces.computeIfAbsent(code.value(), value -> new ArrayList<>(1)).add(place);
            }
        }
        Targets targets = new Targets(new ArrayList<>(), new ArrayList<>());
        if (codeToPlaces.isEmpty()) {
            return Future.succeededFuture(targets);
        }
        return TARGETS.execute(transaction, Tuple.tuple()
                .addArrayOfString(codeToPlaces.keySet().toArray(String[]::new))).map(rows -> {
                    for (Row row : rows) {
                        codeToPlaces.getOrDefault(row.getString("reference"), List.of()).forEach(place -> {
                            targets.places().add(place);
                            targets.ids().add(row.getUUID("target"));
                        });
                    }
                    return targets;
                });
    }

    private static Set<String> namesOf(StatementLine line) {
        Set<String> names = new TreeSet<>();
        if (line.bankTrace() != null) {
            names.add(line.bankTrace());
        }
        if (line.txId() != null) {
            names.add(line.txId());
        }
        return names;
    }

    private static Integer[] places(int count) {
        Integer[] places = new Integer[count];
        for (int i = 0; i < count; i++) {
            places[i] = i;
        }
        return places;
    }

    private static String[] texts(List<PlacedLine> lines, Function<StatementLine, @Nullable String> member) {
        return lines.stream().map(placed -> member.apply(placed.line())).toArray(String[]::new);
    }

    private static NamedPayment toNamed(Row row) {
        return new NamedPayment(row.getInteger("place"), row.getUUID("payment_id"), row.getString("bank_code"),
                row.getString("bank_reference"), row.getString("account_number"),
                Direction.valueOf(row.getString("direction")), row.getLong("amount_vnd"),
                row.getLocalDate("business_date"), row.getUUID("told_by"));
    }

    private static AlikePayment toAlike(Row row) {
        return new AlikePayment(row.getInteger("place"), row.getUUID("payment_id"), row.getBoolean("by_code"),
                row.getLong("apart_s"), row.getBoolean("is_near"), row.getBoolean("same_payer"),
                row.getUUID("told_by"), row.getBoolean("same_line"), row.getLong("rivals"));
    }
}
