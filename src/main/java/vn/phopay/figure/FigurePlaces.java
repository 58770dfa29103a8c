package vn.phopay.figure;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.phopay.db.Sql;
import vn.phopay.figure.DayScopes.Scope;
import vn.phopay.metric.ScopeKind;

/** The scopes of a day with their trading premises, and which streets are covered. Waits on futures. */
final class FigurePlaces {
    private static final Sql READ_PLACES = Sql.load("figure/read_places");
    private static final Sql READ_STREET_MEMBERS = Sql.load("figure/read_street_members");
    private static final Sql READ_OTHER_SCOPES = Sql.load("figure/read_other_scopes");

    private final DayScopes scopes;
    private final Map<String, Premises> placeToPremises;
    private final List<String> districts;
    private final Map<String, List<String>> zoneToStreets;
    private final BigDecimal streetCoveredRate;

    /** How many, and since when that is known, in days since 1970-01-01. */
    private record Premises(long count, long asOf) {
        Premises plus(Premises other) {
            return new Premises(count + other.count, Math.min(asOf, other.asOf));
        }
    }

    private FigurePlaces(
            DayScopes scopes,
            Map<String, Premises> placeToPremises,
            List<String> districts,
            Map<String, List<String>> zoneToStreets,
            BigDecimal streetCoveredRate) {
        this.scopes = scopes;
        this.placeToPremises = placeToPremises;
        this.districts = districts;
        this.zoneToStreets = zoneToStreets;
        this.streetCoveredRate = streetCoveredRate;
    }

    static FigurePlaces read(SqlConnection connection, LocalDate day, BigDecimal streetCoveredRate) {
        List<String> ids = new ArrayList<>();
        List<String> districts = new ArrayList<>();
        Map<String, Premises> premises = new HashMap<>();
        for (Row row : Future.await(READ_PLACES.execute(connection, Tuple.of(day)))) {
            String id = row.getString("place_id");
            ids.add(id);
            if (row.getString("kind").equals(ScopeKind.DISTRICT.name())) {
                districts.add(id);
            }
            Long count = row.getLong("premises");
            if (count != null) {
                premises.put(id, new Premises(count, row.getInteger("premises_as_of")));
            }
        }
        Map<String, List<String>> streetToContainers = streetMembers(connection, day);
        Map<String, List<String>> zoneToStreets = new HashMap<>();
        streetToContainers.forEach((street, containers) -> containers.stream()
                .filter(container -> DayScopes.kindOf(container) == ScopeKind.ZONE && ids.contains(street))
                .forEach(zone -> zoneToStreets.computeIfAbsent(zone, first -> new ArrayList<>()).add(street)));
        Future.await(READ_OTHER_SCOPES.execute(connection, Tuple.of(day)))
                .forEach(row -> ids.add(row.getString("scope_id")));
        return new FigurePlaces(
                new DayScopes(ids, streetToContainers), premises, districts, zoneToStreets, streetCoveredRate);
    }

    /** What each street lies in on {@code day}. */
    static Map<String, List<String>> streetMembers(SqlConnection connection, LocalDate day) {
        Map<String, List<String>> streetToContainers = new HashMap<>();
        for (Row row : Future.await(READ_STREET_MEMBERS.execute(connection, Tuple.of(day)))) {
            streetToContainers.computeIfAbsent(row.getString("street"), first -> new ArrayList<>())
                    .add(row.getString("container"));
        }
        return streetToContainers;
    }

    DayScopes scopes() {
        return scopes;
    }

    /** Adds premises, and what of the streets is covered; the figures hold active outlets already. */
    void addTo(DayFigures figures) {
        placeToPremises.forEach((place, premises) ->
                scopes.find(place).ifPresent(scope -> addPremises(figures, scope, premises)));
        addSum(figures, Figures.CITY, districts);
        zoneToStreets.forEach((zone, streets) -> addSum(figures, zone, streets));
        for (Scope street : scopes.all()) {
            Premises premises = placeToPremises.get(street.id());
            if (street.kind() == ScopeKind.STREET && premises != null && premises.count() > 0) {
                addStreet(figures, street, premises.count());
            }
        }
    }

    /** A sum of parts, of which one is not known, is not known. */
    private void addSum(DayFigures figures, String whole, List<String> parts) {
        if (!parts.isEmpty() && placeToPremises.keySet().containsAll(parts)) {
            Premises sum = parts.stream().map(placeToPremises::get).reduce(Premises::plus).orElseThrow();
            scopes.find(whole).ifPresent(scope -> addPremises(figures, scope, sum));
        }
    }

    private static void addPremises(DayFigures figures, Scope scope, Premises premises) {
        figures.add(scope, Measure.PREMISES, premises.count());
        figures.add(scope, Measure.PREMISES_AS_OF, premises.asOf());
    }

    private void addStreet(DayFigures figures, Scope street, long premises) {
        BigDecimal needed = streetCoveredRate.multiply(BigDecimal.valueOf(premises));
        long active = figures.value(street, Measure.ACTIVE_OUTLETS_30);
        boolean covered = BigDecimal.valueOf(active).compareTo(needed) >= 0;
        List<Scope> wholes = new ArrayList<>(scopes.containers(street.id()));
        wholes.addAll(scopes.find(Figures.CITY).stream().toList());
        for (Scope whole : wholes) {
            figures.add(whole, Measure.STREETS, 1);
            figures.add(whole, Measure.STREETS_COVERED, covered ? 1 : 0);
        }
    }
}
