package vn.phopay.issuing;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.db.Sql;
import vn.phopay.identity.PaymentRequestId;
import vn.phopay.identity.QrId;
import vn.phopay.merchant.MerchantStatus;
import vn.phopay.payment.ReferenceCode;

/** Codes of both kinds, found by serial, reference or id. Every future fails only on a database fault. */
public final class IssuedCodeStore {
    private static final Sql FIND_BY_SERIAL = Sql.load("issuing/find_code_by_serial");
    private static final Sql FIND_ACCOUNTS = Sql.load("issuing/find_accounts_of_references");
    private static final Sql READ_PRINTABLE_QR = Sql.load("issuing/read_printable_qr_codes");
    private static final Sql READ_PRINTABLE_REQUEST = Sql.load("issuing/read_printable_payment_request");

    /**
     * What is known of a serial.
     *
     * @param code the code, where we issued one
     * @param isRevoked whether it was taken back, known even where the code is not
     */
    record Finding(Optional<IssuedCode> code, boolean isRevoked) {}

    /** What is known of a serial: one indexed query. */
    Future<Finding> findBySerial(SqlClient client, String serial) {
        return FIND_BY_SERIAL.execute(client, Tuple.of(serial)).map(rows -> {
            Row row = rows.iterator().next();
            boolean isRevoked = row.getBoolean("revoked");
            return new Finding(row.getString("payload") == null
                    ? Optional.empty() : Optional.of(toCode(row)), isRevoked);
        });
    }

    /** The accounts that codes of these references name; nothing for references never given out. */
    Future<List<IssuedCode.Account>> accountsOf(SqlClient client, List<ReferenceCode> references) {
        String[] codes = references.stream().map(ReferenceCode::value).toArray(String[]::new);
        return FIND_ACCOUNTS.execute(client, Tuple.of(codes)).map(rows -> Rows.all(rows, IssuedCodeStore::toAccount));
    }

    /** A printed code by its id. */
    public Future<Optional<PrintedCode>> find(SqlClient client, QrId id) {
        return READ_PRINTABLE_QR.execute(client, Tuple.of((Object) new UUID[] {id.value()}))
                .map(rows -> Rows.first(rows, IssuedCodeStore::toPrinted));
    }

    /** Printed codes by their ids, in the order of {@code ids}; those that do not exist are left out. */
    public Future<List<PrintedCode>> findAll(SqlClient client, List<QrId> ids) {
        UUID[] values = ids.stream().map(QrId::value).toArray(UUID[]::new);
        return READ_PRINTABLE_QR.execute(client, Tuple.of((Object) values)).map(rows -> {
            Map<QrId, PrintedCode> found = new HashMap<>();
            Rows.all(rows, IssuedCodeStore::toPrinted).forEach(code -> found.put(code.id(), code));
            return ids.stream().flatMap(id -> Optional.ofNullable(found.get(id)).stream()).toList();
        });
    }

    /** A payment request's code by the request's id. */
    public Future<Optional<IssuedCode>> find(SqlClient client, PaymentRequestId id) {
        return READ_PRINTABLE_REQUEST.execute(client, Tuple.of(id.value()))
                .map(rows -> Rows.first(rows, IssuedCodeStore::toCode));
    }

    private static PrintedCode toPrinted(Row row) {
        return new PrintedCode(
                new QrId(row.getUUID("qr_id")),
                toCode(row),
                new PrintedCode.Spot(
                        row.getString("outlet_name"),
                        Optional.ofNullable(row.getString("label")),
                        Optional.ofNullable(row.getString("terminal"))));
    }

    private static IssuedCode toCode(Row row) {
        return new IssuedCode(
                row.getString("serial"),
                row.getString("payload"),
                Rows.instant(row, "issued_at"),
                row.getBoolean("revoked"),
                new IssuedCode.Payee(
                        MerchantStatus.valueOf(row.getString("merchant_status")),
                        row.getString("display_name"),
                        toAccount(row),
                        row.getString("district_name"),
                        Optional.ofNullable(row.getString("street_name"))));
    }

    private static IssuedCode.Account toAccount(Row row) {
        return new IssuedCode.Account(
                row.getString("bank_bin"), row.getString("account_number"), row.getString("account_name"));
    }
}
