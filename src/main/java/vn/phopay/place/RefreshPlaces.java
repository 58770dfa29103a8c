package vn.phopay.place;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;

/** Reads the places again where they have changed since a directory was read, so that every instance follows. */
public final class RefreshPlaces {
    private final PlaceStore store;
    private final PlaceDirectory directory;

    /** Keeps {@code directory} up to date out of {@code store}. */
    public RefreshPlaces(PlaceStore store, PlaceDirectory directory) {
        this.store = store;
        this.directory = directory;
    }

    /** Looks once; true where the directory holds something new. Fails only on a database fault. */
    public Future<Boolean> refresh(SqlClient client) {
        return store.version(client).compose(version -> version == directory.version()
                ? Future.succeededFuture(false)
                : store.load(client).map(newer -> {
                    directory.become(newer);
                    return true;
                }));
    }
}
