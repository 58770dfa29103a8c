package vn.phopay.profile;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import vn.phopay.db.Sql;
import vn.phopay.identity.MerchantId;

/**
 * Makes one file of everything that is kept about a merchant, as of one moment: a ZIP with each part as JSON and as
 * CSV. Rows pass through in pages, so that a hundred thousand payments take no more memory than five hundred. A reader
 * of statements' own connection is held meanwhile, so only a few are made at a time; one more is refused at once.
 */
public final class ExportMerchantData {
    private static final Sql BEGIN = Sql.load("profile/begin_snapshot");
    private static final int PAGE_ROWS = 500;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final Pool pool;
    private final Settings settings;
    private final Clock clock;
    private final AtomicInteger running = new AtomicInteger();

    /**
     * How exports are made.
     *
     * @param parts what is in them
     * @param dir where they are made; the file has no name there but for an instant
     * @param atOnceMax how many may be made at a time
     */
    public record Settings(List<ExportPart> parts, Path dir, int atOnceMax) {
        /** Copies {@code parts}. */
        public Settings {
            parts = List.copyOf(parts);
        }
    }

    /** Reads through {@code pool}; disk and compression are the workers' of {@code vertx}. */
    public ExportMerchantData(Vertx vertx, Pool pool, Settings settings, Clock clock) {
        this.vertx = vertx;
        this.pool = pool;
        this.settings = settings;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome permits Exported, Busy {}

    /** Here it is; whoever got it closes it. */
    public record Exported(ExportedFile file) implements Outcome {}

    /** Others are being made; nothing was done. */
    public record Busy(Duration retryAfter) implements Outcome {}

    /** Makes the file, {@code readme} in front; runs on a virtual thread. Fails only on a fault. */
    public Outcome export(MerchantId merchant, String readme) {
        if (running.incrementAndGet() > settings.atOnceMax()) {
            running.decrementAndGet();
            return new Busy(RETRY_AFTER);
        }
        try {
            return new Exported(make(merchant, readme));
        } finally {
            running.decrementAndGet();
        }
    }

    private ExportedFile make(MerchantId merchant, String readme) {
        FileChannel channel = onWorker(this::open);
        boolean made = false;
        SqlConnection connection = null;
        try {
            connection = Future.await(pool.getConnection());
            long rows = read(connection, merchant, new Writing(channel, readme));
            long sizeBytes = onWorker(channel::size);
            made = true;
            return new ExportedFile(channel, sizeBytes, rows);
        } finally {
            if (connection != null) {
                connection.close();
            }
            if (!made) {
                new ExportedFile(channel, 0, 0).close();
            }
        }
    }

    /** The name is gone as soon as the file is open, so that no crash leaves somebody's data lying about. */
    private FileChannel open() throws IOException {
        Files.createDirectories(settings.dir());
        Path file = settings.dir().resolve("export-" + UUID.randomUUID() + ".zip");
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
                StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private record Writing(FileChannel channel, String readme) {}

    private long read(SqlConnection connection, MerchantId merchant, Writing writing) {
        Transaction transaction = Future.await(connection.begin());
        try {
            Future.await(BEGIN.execute(connection));
            ExportZip zip = new ExportZip(writing.channel(), clock.instant());
            onWorker(() -> {
                zip.text("README.txt", writing.readme());
                return null;
            });
            long rows = 0;
            for (ExportPart part : settings.parts()) {
                rows += copy(connection, merchant, part, zip);
            }
            onWorker(() -> {
                zip.close();
                return null;
            });
            return rows;
        } finally {
            Future.await(transaction.rollback().otherwiseEmpty());
        }
    }

    private long copy(SqlConnection connection, MerchantId merchant, ExportPart part, ExportZip zip) {
        PreparedStatement statement = Future.await(connection.prepare(part.sql().text()));
        try {
            onWorker(() -> {
                zip.beginJson(part.name());
                return null;
            });
            long rows = pages(statement.cursor(part.parameters(merchant)), zip::json);
            onWorker(() -> {
                zip.endJson();
                zip.beginCsv(part.name());
                return null;
            });
            pages(statement.cursor(part.parameters(merchant)), zip::csv);
            onWorker(() -> {
                zip.endCsv();
                return null;
            });
            return rows;
        } finally {
            Future.await(statement.close().otherwiseEmpty());
        }
    }

    /** Takes a page of rows. */
    private interface PageTaker {
        void take(RowSet<Row> page) throws IOException;
    }

    private long pages(Cursor cursor, PageTaker taker) {
        long rows = 0;
        boolean more = true;
        while (more) {
            RowSet<Row> page = Future.await(cursor.read(PAGE_ROWS));
            onWorker(() -> {
                taker.take(page);
                return null;
            });
            rows += page.size();
            more = cursor.hasMore();
        }
        Future.await(cursor.close());
        return rows;
    }

    private <T> T onWorker(Callable<T> work) {
        return Future.await(vertx.executeBlocking(work, false));
    }
}
