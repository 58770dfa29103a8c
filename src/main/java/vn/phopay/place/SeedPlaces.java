package vn.phopay.place;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;

/**
 * Brings the places of the seed files into the database, after the migrations and before the directory is loaded. Doing
 * it again changes nothing; a corrected fact is written over, and nothing is ever deleted. What an edition of the
 * staff's has ended stays ended.
 */
public final class SeedPlaces {
    private final PlaceStore store;

    /** Seeds through {@code store}. */
    public SeedPlaces(PlaceStore store) {
        this.store = store;
    }

    /** Writes through {@code transaction}; gives the number of rows that were new or corrected. */
    public Future<Integer> seed(SqlConnection transaction) {
        PlaceSeed seed = PlaceSeed.load();
        return store.savePlaces(transaction, seed.places())
                .compose(rows -> store.saveMemberships(transaction, seed.memberships()).map(more -> rows + more))
                .compose(rows -> store.saveSuccessions(transaction, seed.successions()).map(more -> rows + more))
                .compose(rows -> rows == 0
                        ? Future.succeededFuture(0)
                        : store.raiseVersion(transaction).map(raised -> rows));
    }
}
