package vn.phopay.issuing;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.db.Sql;
import vn.phopay.identity.AccountId;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.QrId;
import vn.phopay.payment.ReferenceCode;
import vn.phopay.time.BusinessDay;

/** Printed codes in the database. Every future fails only on a database fault. */
public final class QrCodeStore {
    private static final Sql INSERT = Sql.load("issuing/insert_qr_code");
    private static final Sql READ = Sql.load("issuing/read_qr_codes");
    private static final Sql LIST = Sql.load("issuing/list_qr_codes");

    /**
     * Which page of an outlet's codes.
     *
     * @param outlet the outlet
     * @param after the last code of the page before
     * @param limit most codes on it
     */
    public record PageRequest(OutletId outlet, Optional<QrId> after, int limit) {}

    /**
     * A page, newest first.
     *
     * @param items codes
     * @param next the cursor of the next page, where there is one
     */
    public record Page(List<QrCode> items, Optional<QrId> next) {}

    /** One code. */
    public Future<Optional<QrCode>> find(SqlClient client, QrId id) {
        return findAll(client, List.of(id)).map(codes -> codes.stream().findFirst());
    }

    /** Several codes, in no order; those that do not exist are left out. */
    Future<List<QrCode>> findAll(SqlClient client, List<QrId> ids) {
        UUID[] values = ids.stream().map(QrId::value).toArray(UUID[]::new);
        return READ.execute(client, Tuple.of((Object) values)).map(rows -> Rows.all(rows, QrCodeStore::toCode));
    }

    /** One page of an outlet's codes. */
    public Future<Page> list(SqlClient client, PageRequest page) {
        Tuple parameters = Tuple.of(
                page.outlet().value(), page.after().map(QrId::value).orElse(null), page.limit() + 1);
        return LIST.execute(client, parameters)
                .map(rows -> toPage(Rows.all(rows, QrCodeStore::toCode), page.limit()));
    }

    Future<Void> insert(SqlClient transaction, QrCode code) {
        Tuple parameters = Tuple.of(
                code.id().value(),
                code.owner().merchant().value(),
                code.owner().outlet().value(),
                code.owner().account().value(),
                code.reference().value(),
                code.serial());
        parameters.addString(code.payload())
                .addString(code.keyId())
                .addString(code.label().orElse(null))
                .addString(code.terminal().orElse(null))
                .addOffsetDateTime(Rows.timestamp(code.issuedAt()))
                .addOffsetDateTime(Rows.timestamp(code.expiresAt()))
                .addLocalDate(BusinessDay.of(code.issuedAt()));
        return INSERT.execute(transaction, parameters).mapEmpty();
    }

    private static Page toPage(List<QrCode> found, int limit) {
        if (found.size() <= limit) {
            return new Page(found, Optional.empty());
        }
        List<QrCode> items = List.copyOf(found.subList(0, limit));
        return new Page(items, Optional.of(items.getLast().id()));
    }

    /** A row of {@code qr_code} with {@code revoked_at} beside it. */
    public static QrCode toCode(Row row) {
        return new QrCode(
                new QrId(row.getUUID("qr_id")),
                new QrCode.Owner(
                        new MerchantId(row.getUUID("merchant_id")),
                        new OutletId(row.getUUID("outlet_id")),
                        new AccountId(row.getUUID("account_id"))),
                new ReferenceCode(row.getString("reference")),
                row.getString("serial"),
                row.getString("payload"),
                row.getString("key_id"),
                Optional.ofNullable(row.getString("label")),
                Optional.ofNullable(row.getString("terminal")),
                Rows.instant(row, "issued_at"),
                Rows.instant(row, "expires_at"),
                Rows.optionalInstant(row, "revoked_at"));
    }
}
