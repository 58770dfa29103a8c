package vn.phopay.figure;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.phopay.time.BusinessDay;

/**
 * Everything that figures are made from, as plain rows in memory, and the rules of what counts, written from the
 * definitions and not from the job's statements. It reads tables of facts only, none of the rollups.
 */
final class SlowFacts {
    final List<Row> merchants;
    final List<Row> outlets;
    final List<Row> requests;
    final List<Row> codes;
    final List<Row> checks;
    final List<Row> reports;
    final List<Row> banks;
    final List<Row> tallies;
    final List<Row> spans;
    final List<Row> members;
    final List<Row> payments;
    final Map<UUID, Row> idToMerchant;
    final Map<UUID, Row> idToOutlet;
    final Map<UUID, Row> idToCase;
    final Map<String, Row> idToPlace;
    final Set<UUID> confirmedCases;
    final List<Credit> credits;
    private final Map<UUID, NavigableMap<LocalDate, Row>> outletToLocations = new HashMap<>();
    private final Map<UUID, List<Row>> merchantToTransitions;
    private final Map<UUID, List<Row>> merchantToCategories;
    private final Map<String, NavigableMap<LocalDate, Row>> placeToBaselines = new HashMap<>();
    private final Map<String, Instant> serialToRevoked = new HashMap<>();
    private final Map<UUID, Row> paymentToAssignment = new HashMap<>();
    private final Set<List<Object>> reversed;

    /** A payment that counts. */
    record Credit(
            UUID outlet, @Nullable UUID request, long amountVnd, LocalDate day, Instant bookedAt) {}

    /** Where an outlet stands. */
    record Spot(String district, String ward, String street) {}

    SlowFacts(FigureRows rows) {
        merchants = rows.all("merchant");
        outlets = rows.all("outlet");
        requests = rows.all("payment_request");
        codes = rows.all("qr_code");
        checks = rows.all("self_check");
        reports = rows.all("safety_report");
        banks = rows.all("bank");
        tallies = rows.all("bank_day_tally");
        spans = rows.all("zone_open_span");
        members = rows.all("place_member");
        payments = rows.all("payment");
        idToMerchant = byId(merchants, "merchant_id");
        idToOutlet = byId(outlets, "outlet_id");
        idToCase = byId(rows.all("recon_case"), "case_id");
        idToPlace = rows.all("place").stream()
                .collect(Collectors.toMap(row -> row.getString("place_id"), Function.identity()));
        confirmedCases = rows.all("case_act").stream()
                .filter(row -> row.getString("act").equals("RESOLVE") && "CONFIRM".equals(row.getString("action")))
                .map(row -> row.getUUID("case_id"))
                .collect(Collectors.toSet());
        rows.all("outlet_location").forEach(row -> outletToLocations
                .computeIfAbsent(row.getUUID("outlet_id"), first -> new TreeMap<>())
                .put(row.getLocalDate("valid_from"), row));
        merchantToTransitions = inOrder(rows.all("merchant_transition"));
        merchantToCategories = inOrder(rows.all("merchant_category_change"));
        rows.all("baseline").forEach(row -> placeToBaselines
                .computeIfAbsent(row.getString("place_id"), first -> new TreeMap<>())
                .put(row.getLocalDate("valid_from"), row));
        rows.all("qr_revocation").forEach(
                row -> serialToRevoked.put(row.getString("serial"), row.getOffsetDateTime("revoked_at").toInstant()));
        rows.all("payment_fact").stream()
                .filter(row -> row.getString("kind").equals("ASSIGNMENT"))
                .sorted(Comparator.comparing(row -> row.getInteger("sequence")))
                .forEach(row -> paymentToAssignment.put(row.getUUID("payment_id"), row));
        reversed = rows.all("payment_reversal").stream()
                .map(row -> List.<Object>of(row.getString("bank_code"), row.getString("original_reference"),
                        row.getString("account_number"), row.getLong("amount_vnd")))
                .collect(Collectors.toSet());
        credits = payments.stream().flatMap(row -> credit(row).stream()).toList();
    }

    private static Map<UUID, Row> byId(List<Row> rows, String column) {
        return rows.stream().collect(Collectors.toMap(row -> row.getUUID(column), Function.identity()));
    }

    private static Map<UUID, List<Row>> inOrder(List<Row> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(row -> row.getLong("sequence")))
                .collect(Collectors.groupingBy(row -> row.getUUID("merchant_id")));
    }

    private boolean isReversed(Row payment) {
        return reversed.contains(List.<Object>of(payment.getString("bank_code"), payment.getString("bank_reference"),
                payment.getString("account_number"), payment.getLong("amount_vnd")));
    }

    /** The row that says whose a payment is now: its latest assignment, or itself. */
    Row attribution(Row payment) {
        return paymentToAssignment.getOrDefault(payment.getUUID("payment_id"), payment);
    }

    private Optional<Credit> credit(Row payment) {
        Row whose = attribution(payment);
        boolean counts = payment.getString("direction").equals("CREDIT") && payment.getUUID("twin_of") == null
                && !whose.getString("outcome").equals("UNMATCHED") && whose.getUUID("outlet_id") != null
                && !isReversed(payment);
        return counts
                ? Optional.of(new Credit(whose.getUUID("outlet_id"), whose.getUUID("payment_request_id"),
                        payment.getLong("amount_vnd"), payment.getLocalDate("business_date"),
                        payment.getOffsetDateTime("booked_at").toInstant()))
                : Optional.empty();
    }

    /** What was paid of a request and not taken back. */
    long paid(UUID request) {
        return payments.stream()
                .filter(payment -> payment.getString("direction").equals("CREDIT"))
                .filter(payment -> request.equals(attribution(payment).getUUID("payment_request_id")))
                .filter(payment -> !attribution(payment).getString("outcome").equals("UNMATCHED"))
                .filter(payment -> !isReversed(payment))
                .mapToLong(payment -> payment.getLong("amount_vnd"))
                .sum();
    }

    /** The location of a day: the one that holds, or before the first, the first. */
    Optional<Spot> spot(UUID outlet, LocalDate day) {
        NavigableMap<LocalDate, Row> locations = outletToLocations.get(outlet);
        if (locations == null) {
            return Optional.empty();
        }
        Map.Entry<LocalDate, Row> holds = locations.floorEntry(day);
        Row row = (holds == null ? locations.firstEntry() : holds).getValue();
        return Optional.of(new Spot(row.getString("district_place_id"), orEmpty(row.getString("ward_place_id")),
                orEmpty(row.getString("street_place_id"))));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Nullable String status(UUID merchant, LocalDate day) {
        return firstAfter(merchantToTransitions, merchant, day)
                .map(row -> row.getString("from_status"))
                .orElseGet(() -> firstAfter(merchantToTransitions, merchant, day).isPresent()
                        ? null
                        : idToMerchant.get(merchant).getString("status"));
    }

    String category(UUID merchant, LocalDate day) {
        return firstAfter(merchantToCategories, merchant, day)
                .map(row -> row.getString("from_category"))
                .orElseGet(() -> idToMerchant.get(merchant).getString("category_code"));
    }

    private static Optional<Row> firstAfter(Map<UUID, List<Row>> rows, UUID merchant, LocalDate day) {
        return rows.getOrDefault(merchant, List.of()).stream()
                .filter(row -> row.getLocalDate("business_date").isAfter(day))
                .findFirst();
    }

    Optional<Row> baseline(String place, LocalDate day) {
        return Optional.ofNullable(placeToBaselines.get(place))
                .flatMap(rows -> Optional.ofNullable(rows.floorEntry(day)))
                .map(Map.Entry::getValue);
    }

    boolean codeHolds(Row code, LocalDate day) {
        Instant end = FigureRows.endOf(day);
        Instant revoked = serialToRevoked.get(code.getString("serial"));
        return !code.getLocalDate("business_date").isAfter(day)
                && !code.getOffsetDateTime("expires_at").toInstant().isBefore(end)
                && (revoked == null || !revoked.isBefore(end));
    }

    static boolean holds(Row row, LocalDate day) {
        LocalDate to = row.getLocalDate("valid_to");
        return !row.getLocalDate("valid_from").isAfter(day) && (to == null || !to.isBefore(day));
    }

    boolean placeHolds(String place, LocalDate day) {
        Row row = idToPlace.get(place);
        return row != null && (row.getString("kind").equals("DISTRICT") || holds(row, day));
    }

    Set<String> containers(String street, LocalDate day) {
        return members.stream()
                .filter(row -> row.getString("member_place_id").equals(street) && holds(row, day))
                .map(row -> row.getString("container_place_id"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> categories(LocalDate day) {
        return merchants.stream()
                .filter(row -> createdBy(row, day))
                .map(row -> category(row.getUUID("merchant_id"), day))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The city, and every place that a spot lies in on {@code day}; with the category where there is one. */
    Set<String> scopes(Spot spot, @Nullable String category, LocalDate day) {
        Set<String> scopes = new TreeSet<>(Set.of(Figures.CITY));
        Stream.concat(
                        Stream.of(spot.district(), spot.ward(), spot.street()),
                        containers(spot.street(), day).stream().filter(id -> id.startsWith("zone-")))
                .filter(place -> placeHolds(place, day))
                .forEach(scopes::add);
        if (category != null && categories(day).contains(category)) {
            scopes.add("category-" + category);
        }
        return scopes;
    }

    static boolean createdBy(Row row, LocalDate day) {
        return row.getOffsetDateTime("created_at").toInstant().isBefore(FigureRows.endOf(day));
    }

    static boolean createdOn(Row row, LocalDate day) {
        return BusinessDay.of(row.getOffsetDateTime("created_at").toInstant()).equals(day);
    }
}
