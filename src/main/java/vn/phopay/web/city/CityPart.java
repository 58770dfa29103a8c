package vn.phopay.web.city;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.function.Function;
import vn.phopay.http.Call;

/**
 * What of a page, or which file, follows from figures, from what was asked and from who may see what.
 *
 * @param call who asks
 * @param what everything that was asked for, so that parts of which it is the same are the same for one kind of reader
 * @param maker makes it out of what the database holds; waits, and must put in nothing of the caller alone
 */
record CityPart(Call call, List<?> what, Function<SqlClient, Buffer> maker) {
    /** Copies {@code what}. */
    CityPart {
        what = List.copyOf(what);
    }
}
