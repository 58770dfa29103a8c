package vn.phopay.opendata;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.phopay.release.ReleaseStore;
import vn.phopay.release.ReleaseStore.FileHead;
import vn.phopay.release.ReleaseStore.Publication;

/**
 * What is published, in memory: questions about entity tags, lists and catalogues never reach the database. Bytes of
 * files are read from it once and kept while there is room. Releases are only ever added, so what is known stays true.
 */
public final class OpenDataIndex {
    /** How much of the files' bytes is kept in memory, in bytes. */
    private static final long KEPT_BYTES_MAX = 64L << 20;

    private final ReleaseStore releases = new ReleaseStore();
    private final Pool pool;
    private final URI publicUrl;
    private final Map<String, Buffer> hashToBytes = new LinkedHashMap<>(64, 0.75f, true);
    private long keptBytes;
    private volatile Shelf shelf;

    private OpenDataIndex(Pool pool, URI publicUrl) {
        this.pool = pool;
        this.publicUrl = publicUrl;
        this.shelf = Shelf.of(List.of(), publicUrl);
    }

    /** An index that knows what is published now; addresses in catalogues begin with {@code publicUrl}. */
    public static Future<OpenDataIndex> open(Pool pool, URI publicUrl) {
        OpenDataIndex index = new OpenDataIndex(pool, publicUrl);
        return index.refresh().map(index);
    }

    /** What is published, as far as this instance knows. */
    public Shelf shelf() {
        return shelf;
    }

    /** Looks for releases that were published since; fails only on a database fault, and then changes nothing. */
    public Future<Void> refresh() {
        return releases.published(pool).compose(published -> {
            Shelf known = shelf;
            if (published.size() == known.releases().size()) {
                return Future.succeededFuture();
            }
            List<Future<PublishedRelease>> loads = new ArrayList<>();
            published.forEach(publication -> loads.add(load(known, publication)));
            return Future.all(loads).<Void>map(all -> {
                put(Shelf.of(loads.stream().map(Future::result).toList(), publicUrl));
                return null;
            });
        });
    }

    /** Two refreshes at once: the one that saw more wins. */
    private synchronized void put(Shelf next) {
        if (next.releases().size() > shelf.releases().size()) {
            shelf = next;
        }
    }

    private Future<PublishedRelease> load(Shelf known, Publication publication) {
        return known.find(publication.number())
                .map(Future::succeededFuture)
                .orElseGet(() -> releases.heads(pool, publication.releaseId())
                        .map(heads -> PublishedRelease.of(publication, heads)));
    }

    /**
     * The bytes of a file as it is ({@code ""}), as {@code gzip} or as {@code br}, where its head says that it is so.
     */
    public Future<Buffer> bytes(PublishedRelease release, FileHead file, String coding) {
        String key = file.sha256() + ' ' + coding;
        Buffer kept = kept(key);
        return kept != null
                ? Future.succeededFuture(kept)
                : releases.bytes(pool, release.publication().releaseId(), file.path(), coding)
                        .onSuccess(bytes -> keep(key, bytes));
    }

    private synchronized @Nullable Buffer kept(String key) {
        return hashToBytes.get(key);
    }

    private synchronized void keep(String key, Buffer bytes) {
        if (hashToBytes.put(key, bytes) == null) {
            keptBytes += bytes.length();
        }
        Iterator<Map.Entry<String, Buffer>> oldest = hashToBytes.entrySet().iterator();
        while (keptBytes > KEPT_BYTES_MAX && oldest.hasNext()) {
            keptBytes -= oldest.next().getValue().length();
            oldest.remove();
        }
    }
}
