package vn.phopay.book;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import vn.phopay.db.Sql;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;

/** Entries of cash in the database; rows are only ever added. */
final class CashStore {
    private static final Sql INSERT = Sql.load("book/insert_cash_entry");
    private static final Sql READ = Sql.load("book/read_cash_entry");
    private static final Sql LIST = Sql.load("book/list_cash_entries");
    private static final Sql COUNT = Sql.load("book/count_cash_entries");

    /**
     * Keeps an entry in a held book; false where one of its id is kept. Fails with the constraint {@code
     * cash_entry_outlet_fk} where the outlet is not the merchant's, and {@code cash_entry_struck_once_uq} where what
     * it strikes out was struck out before.
     */
    Future<Boolean> insert(SqlConnection transaction, MerchantId merchant, CashEntry entry, UUID recordedBy) {
        Tuple row = Tuple.of(merchant.value(), entry.id(), entry.isStrike() ? "STRUCK" : "ADDED",
                entry.outlet().value(), entry.entered(), entry.business());
        row.addLong(entry.amountVnd())
                .addString(entry.note())
                .addUUID(entry.strikes().orElse(null))
                .addOffsetDateTime(entry.recordedAt().atOffset(ZoneOffset.UTC))
                .addUUID(recordedBy);
        return INSERT.execute(transaction, row).map(kept -> kept.rowCount() == 1);
    }

    /** One entry of a merchant; empty where it has none of this id. */
    Future<Optional<CashEntry>> find(SqlClient client, MerchantId merchant, UUID id) {
        return READ.execute(client, Tuple.of(merchant.value(), id)).map(CashStore::toEntries)
                .map(entries -> entries.stream().findFirst());
    }

    /** Entries that stand in the book in those days, the latest first, at most {@code limit}. */
    Future<List<CashEntry>> list(SqlClient client, BookStore.Days days, int limit) {
        return LIST.execute(client, Tuple.of(days.merchant().value(), days.from(), days.to(), limit))
                .map(CashStore::toEntries);
    }

    /** How many entries a merchant has on one day of its book. */
    Future<Long> count(SqlClient client, MerchantId merchant, LocalDate entered) {
        return COUNT.execute(client, Tuple.of(merchant.value(), entered))
                .map(rows -> rows.iterator().next().getLong("entries"));
    }

    private static List<CashEntry> toEntries(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(CashStore::toEntry).toList();
    }

    private static CashEntry toEntry(Row row) {
        return new CashEntry(
                row.getUUID("entry_id"),
                new OutletId(row.getUUID("outlet_id")),
                row.getLocalDate("entered_date"),
                row.getLocalDate("business_date"),
                row.getLong("amount_vnd"),
                row.getString("note"),
                row.getOffsetDateTime("recorded_at").toInstant(),
                Optional.ofNullable(row.getUUID("strikes_entry_id")),
                Optional.ofNullable(row.getOffsetDateTime("struck_at")).map(OffsetDateTime::toInstant));
    }
}
