package vn.phopay.figure;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.phopay.figure.SlowFacts.Credit;
import vn.phopay.figure.SlowFacts.Spot;
import vn.phopay.time.BusinessDay;

/** Counts the figures of one day the slow way, out of {@link SlowFacts}: one pass over all facts for each measure. */
final class SlowFigures {
    private final SlowFacts facts;
    private final LocalDate day;
    /** By scope, then measure. */
    final Map<String, Map<String, Long>> counts = new TreeMap<>();
    /** By scope, then sketch: the values that quantiles are told of. */
    final Map<String, Map<SketchName, List<Long>>> values = new TreeMap<>();

    SlowFigures(SlowFacts facts, LocalDate day) {
        this.facts = facts;
        this.day = day;
        scopes();
        standing();
        activity();
        credits();
        firstPayments();
        requests();
        registrations();
        reports();
        banks();
        premises();
        streets();
    }

    private void scopes() {
        Set<String> ids = new TreeSet<>(Set.of(Figures.CITY));
        facts.idToPlace.keySet().stream().filter(id -> facts.placeHolds(id, day)).forEach(ids::add);
        facts.categories(day).forEach(category -> ids.add("category-" + category));
        facts.banks.stream()
                .filter(bank -> SlowFacts.createdBy(bank, day))
                .forEach(bank -> ids.add("bank-" + bank.getString("bank_code")));
        ids.forEach(id -> counts.put(id, new TreeMap<>()));
    }

    private void add(Set<String> scopes, Measure measure, long value) {
        scopes.forEach(scope -> add(scope, measure, value));
    }

    private void add(String scope, Measure measure, long value) {
        if (counts.containsKey(scope)) {
            counts.get(scope).merge(measure.id(), value, Long::sum);
        }
    }

    private void value(Set<String> scopes, SketchName name, long value) {
        scopes.forEach(scope -> values.computeIfAbsent(scope, first -> new EnumMap<>(SketchName.class))
                .computeIfAbsent(name, first -> new ArrayList<>())
                .add(value));
    }

    private Set<String> scopesOf(UUID outlet, LocalDate at) {
        Optional<Spot> spot = facts.spot(outlet, at);
        UUID merchant = facts.idToOutlet.get(outlet).getUUID("merchant_id");
        return spot.map(here -> facts.scopes(here, facts.category(merchant, day), day)).orElse(Set.of());
    }

    private Set<LocalDate> paidDays(UUID outlet) {
        return facts.credits.stream()
                .filter(credit -> credit.outlet().equals(outlet))
                .map(Credit::day)
                .collect(Collectors.toSet());
    }

    private long paidDaysFrom(Set<LocalDate> days, int oldest, int newest) {
        return days.stream()
                .filter(paid -> !paid.isBefore(day.minusDays(oldest)) && !paid.isAfter(day.minusDays(newest)))
                .count();
    }

    private void standing() {
        Map<String, Set<UUID>> registered = new HashMap<>();
        Map<String, Set<UUID>> approved = new HashMap<>();
        for (Row outlet : facts.outlets) {
            UUID id = outlet.getUUID("outlet_id");
            UUID merchant = outlet.getUUID("merchant_id");
            if (!SlowFacts.createdBy(outlet, day) || !SlowFacts.createdBy(facts.idToMerchant.get(merchant), day)) {
                continue;
            }
            Set<String> scopes = scopesOf(id, day);
            String status = facts.status(merchant, day);
            if (status != null && !status.equals("REJECTED")) {
                add(scopes, Measure.REGISTERED_OUTLETS, 1);
                scopes.forEach(scope -> registered.computeIfAbsent(scope, first -> new HashSet<>()).add(merchant));
            }
            if ("APPROVED".equals(status)) {
                scopes.forEach(scope -> approved.computeIfAbsent(scope, first -> new HashSet<>()).add(merchant));
                codes(id, scopes);
            }
            habits(paidDays(id), scopes);
        }
        registered.forEach((scope, merchants) -> add(scope, Measure.REGISTERED_MERCHANTS, merchants.size()));
        approved.forEach((scope, merchants) -> add(scope, Measure.APPROVED_MERCHANTS, merchants.size()));
    }

    private void codes(UUID outlet, Set<String> scopes) {
        boolean coded = facts.codes.stream()
                .anyMatch(code -> code.getUUID("outlet_id").equals(outlet) && facts.codeHolds(code, day));
        boolean checked = facts.checks.stream()
                .filter(check -> outlet.equals(check.getUUID("outlet_id")))
                .filter(check -> check.getString("verdict").equals("GREEN"))
                .map(check -> check.getLocalDate("business_date"))
                .anyMatch(on -> on.isAfter(day.minusDays(7)) && !on.isAfter(day));
        if (coded) {
            add(scopes, Measure.OUTLETS_WITH_CODE, 1);
            add(scopes, Measure.SELF_CHECKED_OUTLETS_7, checked ? 1 : 0);
        }
    }

    private void habits(Set<LocalDate> paid, Set<String> scopes) {
        boolean now = paidDaysFrom(paid, 29, 0) > 0;
        boolean before = paidDaysFrom(paid, 59, 30) > 0;
        boolean ever = paid.stream().anyMatch(on -> on.isBefore(day.minusDays(59)));
        add(scopes, Measure.HABITUAL_OUTLETS_28, paidDaysFrom(paid, 27, 0) >= 8 ? 1 : 0);
        add(scopes, Measure.ACTIVE_OUTLETS_BEFORE_30, before ? 1 : 0);
        add(scopes, Measure.CHURNED_OUTLETS, before && !now ? 1 : 0);
        add(scopes, Measure.LAPSED_OUTLETS, ever && !before ? 1 : 0);
        add(scopes, Measure.RETURNED_OUTLETS, ever && !before && now ? 1 : 0);
    }

    private void activity() {
        for (Row outlet : facts.outlets) {
            UUID id = outlet.getUUID("outlet_id");
            add(placesPaidAt(id, 6), Measure.ACTIVE_OUTLETS_7, 1);
            add(placesPaidAt(id, 29), Measure.ACTIVE_OUTLETS_30, 1);
        }
    }

    private Set<String> placesPaidAt(UUID outlet, int oldest) {
        return paidDays(outlet).stream()
                .filter(paid -> !paid.isBefore(day.minusDays(oldest)) && !paid.isAfter(day))
                .flatMap(paid -> scopesOf(outlet, paid).stream())
                .collect(Collectors.toSet());
    }

    private List<Credit> today() {
        return facts.credits.stream().filter(credit -> credit.day().equals(day)).toList();
    }

    private void credits() {
        List<Long> ends = List.of(20_000L, 50_000L, 100_000L, 200_000L, 500_000L);
        for (Credit credit : today()) {
            Set<String> scopes = scopesOf(credit.outlet(), day);
            add(scopes, Measure.TRANSACTIONS, 1);
            add(scopes, Measure.AMOUNT_VND, credit.amountVnd());
            long band = 1 + ends.stream().filter(end -> credit.amountVnd() >= end).count();
            add(scopes, Measure.find("ticketBand" + band).orElseThrow(), 1);
            add(scopes, Measure.DYNAMIC_TRANSACTIONS, credit.request() == null ? 0 : 1);
            value(scopes, SketchName.TICKET, credit.amountVnd());
            zones(credit, scopes);
        }
    }

    private void zones(Credit credit, Set<String> scopes) {
        String street = facts.spot(credit.outlet(), day).map(Spot::street).orElse("");
        Set<String> zones = facts.containers(street, day).stream()
                .filter(id -> id.startsWith("zone-"))
                .collect(Collectors.toSet());
        boolean open = facts.spans.stream()
                .filter(span -> zones.contains(span.getString("zone_place_id")))
                .anyMatch(span -> !credit.bookedAt().isBefore(span.getOffsetDateTime("opens_at").toInstant())
                        && credit.bookedAt().isBefore(span.getOffsetDateTime("closes_at").toInstant()));
        if (!zones.isEmpty()) {
            add(scopes, Measure.ZONE_TRANSACTIONS, 1);
            add(scopes, Measure.ZONE_HOURS_TRANSACTIONS, open ? 1 : 0);
        }
    }

    private void firstPayments() {
        for (Row outlet : facts.outlets) {
            UUID id = outlet.getUUID("outlet_id");
            Optional<Instant> first = facts.credits.stream()
                    .filter(credit -> credit.outlet().equals(id))
                    .map(Credit::bookedAt)
                    .min(Instant::compareTo);
            if (first.isPresent() && BusinessDay.of(first.get()).equals(day)) {
                Set<String> scopes = scopesOf(id, day);
                Duration took = Duration.between(outlet.getOffsetDateTime("created_at").toInstant(), first.get());
                add(scopes, Measure.FIRST_PAYMENTS, 1);
                value(scopes, SketchName.FIRST_PAYMENT, Math.max(0, took.toMinutes()));
            }
        }
    }

    private void requests() {
        for (Row request : facts.requests) {
            if (request.getLocalDate("business_date").equals(day)) {
                Set<String> scopes = scopesOf(request.getUUID("outlet_id"), day);
                long due = request.getLong("amount_vnd") - request.getLong("amount_tolerance_vnd");
                long paid = facts.paid(request.getUUID("payment_request_id"));
                add(scopes, Measure.REQUESTS_ISSUED, 1);
                add(scopes, Measure.REQUESTS_PAID, paid > 0 && paid >= due ? 1 : 0);
            }
        }
    }

    private void registrations() {
        for (Row merchant : facts.merchants) {
            if (SlowFacts.createdOn(merchant, day)) {
                Set<String> scopes = facts.outlets.stream()
                        .filter(outlet -> outlet.getUUID("merchant_id").equals(merchant.getUUID("merchant_id")))
                        .filter(outlet -> SlowFacts.createdBy(outlet, day))
                        .flatMap(outlet -> scopesOf(outlet.getUUID("outlet_id"), day).stream())
                        .collect(Collectors.toSet());
                add(scopes, Measure.REGISTRATIONS, 1);
                add(scopes, Measure.ASSISTED_REGISTRATIONS, merchant.getUUID("assisted_by") == null ? 0 : 1);
            }
        }
    }

    private void reports() {
        for (Row report : facts.reports) {
            LocalDate reported = report.getLocalDate("business_date");
            UUID outlet = report.getUUID("outlet_id");
            Spot spot = Optional.ofNullable(outlet)
                    .flatMap(id -> facts.spot(id, reported))
                    .orElse(new Spot(report.getString("district_place_id"), "", ""));
            Set<String> scopes = facts.scopes(spot, null, day);
            if (reported.equals(day)) {
                add(scopes, Measure.REPORTS, 1);
            }
            Row opened = facts.idToCase.get(report.getUUID("case_id"));
            Instant resolved = instant(opened, "resolved_at");
            if (resolved != null && BusinessDay.of(resolved).equals(day)) {
                boolean confirmed = facts.confirmedCases.contains(opened.getUUID("case_id"));
                add(scopes, Measure.REPORTS_CONFIRMED, confirmed ? 1 : 0);
                Duration took = Duration.between(report.getOffsetDateTime("reported_at").toInstant(), resolved);
                value(scopes, SketchName.REPORT, Math.max(0, took.toMinutes()));
            }
        }
    }

    private static @Nullable Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column) == null ? null : row.getOffsetDateTime(column).toInstant();
    }

    private void banks() {
        for (Row payment : facts.payments) {
            if (!payment.getLocalDate("business_date").equals(day) || !payment.getString("source").equals("CALLBACK")) {
                continue;
            }
            String bank = "bank-" + payment.getString("bank_code");
            boolean credit = payment.getString("direction").equals("CREDIT") && payment.getUUID("twin_of") == null;
            boolean matched = credit && !facts.attribution(payment).getString("outcome").equals("UNMATCHED");
            Duration delay = Duration.between(
                    payment.getOffsetDateTime("booked_at"), payment.getOffsetDateTime("received_at"));
            add(bank, Measure.RECEIVED, 1);
            add(bank, Measure.RECEIVED_CREDITS, credit ? 1 : 0);
            add(bank, Measure.MATCHED, matched ? 1 : 0);
            value(Set.of(bank), SketchName.DELAY, Math.max(0, delay.toSeconds()));
        }
        for (Row tally : facts.tallies) {
            if (tally.getLocalDate("business_date").equals(day)) {
                add("bank-" + tally.getString("bank_code"), Measure.BAD_SIGNATURES, tally.getLong("bad_signatures"));
                add("bank-" + tally.getString("bank_code"), Measure.DUPLICATES, tally.getLong("duplicates"));
            }
        }
        facts.banks.forEach(bank -> unmatched(bank.getString("bank_code")));
    }

    private void unmatched(String bank) {
        Instant end = FigureRows.endOf(day);
        List<Long> hours = facts.idToCase.values().stream()
                .filter(row -> row.getString("kind").equals("UNMATCHED") && row.getString("bank_code").equals(bank))
                .filter(row -> instant(row, "opened_at").isBefore(end))
                .filter(row -> instant(row, "resolved_at") == null || !instant(row, "resolved_at").isBefore(end))
                .map(row -> Duration.between(instant(row, "opened_at"), end).toHours())
                .sorted()
                .toList();
        add("bank-" + bank, Measure.UNMATCHED_OPEN, hours.size());
        if (!hours.isEmpty()) {
            add("bank-" + bank, Measure.UNMATCHED_AGE_HOURS_MEDIAN, hours.get((hours.size() - 1) / 2));
        }
    }

    private void premises() {
        List<String> districts = new ArrayList<>();
        Map<String, List<String>> zoneToStreets = new HashMap<>();
        facts.idToPlace.forEach((id, place) -> {
            if (facts.placeHolds(id, day)) {
                premises(id, List.of(id));
                if (place.getString("kind").equals("DISTRICT")) {
                    districts.add(id);
                }
                if (place.getString("kind").equals("STREET")) {
                    facts.containers(id, day).stream()
                            .filter(zone -> zone.startsWith("zone-"))
                            .forEach(zone -> zoneToStreets.computeIfAbsent(zone, first -> new ArrayList<>()).add(id));
                }
            }
        });
        premises(Figures.CITY, districts);
        zoneToStreets.forEach(this::premises);
    }

    private void premises(String scope, List<String> parts) {
        List<Row> known = parts.stream().flatMap(part -> facts.baseline(part, day).stream()).toList();
        if (!parts.isEmpty() && known.size() == parts.size()) {
            add(scope, Measure.PREMISES, known.stream().mapToLong(row -> row.getInteger("premises")).sum());
            add(scope, Measure.PREMISES_AS_OF, known.stream()
                    .mapToLong(row -> row.getLocalDate("valid_from").toEpochDay())
                    .min()
                    .orElseThrow());
        }
    }

    private void streets() {
        facts.idToPlace.forEach((id, place) -> {
            long premises = counts.getOrDefault(id, Map.of()).getOrDefault(Measure.PREMISES.id(), 0L);
            if (place.getString("kind").equals("STREET") && premises > 0) {
                long active = counts.get(id).getOrDefault(Measure.ACTIVE_OUTLETS_30.id(), 0L);
                Set<String> wholes = new HashSet<>(facts.containers(id, day));
                wholes.add(Figures.CITY);
                add(wholes, Measure.STREETS, 1);
                add(wholes, Measure.STREETS_COVERED, active * 2 >= premises ? 1 : 0);
            }
        });
    }
}
