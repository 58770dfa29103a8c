package vn.phopay.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.StreamSupport;
import vn.phopay.access.LinkSecret;
import vn.phopay.access.PhoneNumber;
import vn.phopay.db.Sql;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.StaffId;

/** Password links in the database, one a merchant. Every future fails only on a database fault. */
public final class PasswordLinkStore {
    private static final Sql SAVE = Sql.load("registration/save_password_link");
    private static final Sql READ = Sql.load("registration/read_password_link");
    private static final Sql COUNT_GUESS = Sql.load("registration/count_password_guess");
    private static final Sql READ_PHONE = Sql.load("registration/read_phone");
    private static final Sql USE = Sql.load("registration/use_password_link");

    /**
     * A link as it is made.
     *
     * @param secret its secret
     * @param codeHash its six digits, hashed as passwords are
     * @param madeBy by whom
     * @param madeAt when
     * @param expiresAt until when it is good
     */
    record NewLink(LinkSecret secret, String codeHash, StaffId madeBy, Instant madeAt, Instant expiresAt) {}

    /**
     * A link as it stands.
     *
     * @param merchant whose password it sets
     * @param shopName the shop's name, for its owner to know it by
     * @param phone by which she will log in
     * @param isUsed whether it was used
     * @param expiresAt until when it is good
     */
    record StoredLink(MerchantId merchant, String shopName, PhoneNumber phone, boolean isUsed, Instant expiresAt) {}

    /** What a typed code is held against. */
    record Guess(MerchantId merchant, String codeHash) {}

    /** Makes a merchant's link, in place of the last one; false where that one was used. */
    Future<Boolean> save(SqlClient transaction, MerchantId merchant, NewLink link) {
        Tuple parameters = Tuple.of(
                merchant.value(), link.secret().sha256(), link.codeHash(), link.madeBy().value(), at(link.madeAt()));
        return SAVE.execute(transaction, parameters.addOffsetDateTime(at(link.expiresAt())))
                .map(rows -> rows.rowCount() == 1);
    }

    /** The link with this secret, good or not. */
    Future<Optional<StoredLink>> find(SqlClient client, LinkSecret secret) {
        return READ.execute(client, Tuple.of(secret.sha256())).map(rows -> first(rows).map(row -> new StoredLink(
                new MerchantId(row.getUUID("merchant_id")),
                row.getString("display_name"),
                new PhoneNumber(row.getString("phone_e164")),
                row.getOffsetDateTime("used_at") != null,
                row.getOffsetDateTime("expires_at").toInstant())));
    }

    /** Counts a guess before it is looked at; empty where no link of this number is good for one more guess. */
    Future<Optional<Guess>> countGuess(SqlClient db, PhoneNumber phone, Instant now) {
        return COUNT_GUESS.execute(db, Tuple.of(phone.e164(), at(now))).map(rows -> first(rows).map(row ->
                new Guess(new MerchantId(row.getUUID("merchant_id")), row.getString("code_hash"))));
    }

    /** Uses a merchant's link up, if it is still the one with {@code codeHash}; false where it is not good any more. */
    Future<Boolean> use(SqlClient transaction, Guess link, Instant now) {
        return USE.execute(transaction, Tuple.of(link.merchant().value(), null, link.codeHash(), at(now)))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Uses the link with this secret up; false where it is not good any more. */
    Future<Boolean> use(SqlClient transaction, MerchantId merchant, LinkSecret secret, Instant now) {
        return USE.execute(transaction, Tuple.of(merchant.value(), secret.sha256(), null, at(now)))
                .map(rows -> rows.rowCount() == 1);
    }

    /** The number by which a merchant logs in. */
    Future<PhoneNumber> phoneOf(SqlClient transaction, MerchantId merchant) {
        return READ_PHONE.execute(transaction, Tuple.of(merchant.value()))
                .map(rows -> new PhoneNumber(rows.iterator().next().getString("phone_e164")));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
