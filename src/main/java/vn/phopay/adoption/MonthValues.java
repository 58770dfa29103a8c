package vn.phopay.adoption;

import io.vertx.core.Future;

/** Of which places outsiders must not see a month's money, by the rules of the monthly release. */
@FunctionalInterface
public interface MonthValues {
    /**
     * The places, and the empty id for the city, whose money is withheld in any month that {@code range} touches. Fails
     * only on a database fault.
     */
    Future<Withheld> withheld(DayRange range);
}
