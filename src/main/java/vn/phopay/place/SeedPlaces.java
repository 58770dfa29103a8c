package vn.phopay.place;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.function.Function;

/**
 * Brings the places of the seed files into the database, after the migrations and before the directory is loaded. Doing
 * it again changes nothing; a corrected fact is written over, and nothing is ever deleted.
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
        return each(seed.places(), place -> store.save(transaction, place))
                .compose(places -> each(seed.memberships(), member -> store.save(transaction, member))
                        .map(members -> places + members));
    }

    /** All are sent at once down one connection, which keeps their order. */
    private static <T> Future<Integer> each(List<T> items, Function<T, Future<Integer>> save) {
        List<Future<Integer>> saves = items.stream().map(save).toList();
        return Future.all(saves).map(done -> saves.stream().mapToInt(Future::result).sum());
    }
}
