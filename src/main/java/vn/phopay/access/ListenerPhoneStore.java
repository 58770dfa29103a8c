package vn.phopay.access;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import vn.phopay.db.Sql;
import vn.phopay.identity.ListenerPhoneId;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;

/** Phones that hear payments, and their invitations. Every future fails only on a database fault. */
final class ListenerPhoneStore {
    private static final Sql LOCK_MERCHANT = Sql.load("listener/lock_merchant");
    private static final Sql END_EXPIRED = Sql.load("listener/end_expired_invitations");
    private static final Sql OWNS_OUTLET = Sql.load("listener/owns_outlet");
    private static final Sql INVITE = Sql.load("listener/insert_invitation");
    private static final Sql LIST = Sql.load("listener/list_phones");
    private static final Sql READ = Sql.load("listener/read_phone");
    private static final Sql READ_INVITATION = Sql.load("listener/read_invitation");
    private static final Sql COUNT_TRY = Sql.load("listener/count_try");
    private static final Sql PAIR = Sql.load("listener/pair_phone");
    private static final Sql RENAME = Sql.load("listener/rename_phone");
    private static final Sql END = Sql.load("listener/end_phone");
    private static final Sql NOTE_HEARD = Sql.load("listener/note_heard");

    /** An invitation to be kept. */
    record NewInvitation(
            ListenerPhoneId id,
            MerchantId merchant,
            Optional<OutletId> outlet,
            String name,
            PairingSecret secret,
            Instant from,
            Instant until) {}

    /** A code that may be tried still. */
    record Tried(Buffer linkHash, Buffer codeHash) {}

    /** A phone that was paired just now. */
    record Paired(ListenerPhoneId phone, MerchantId merchant) {}

    /** Keeps an invitation; false where the merchant has {@code phonesMax} phones already. Holds the merchant's row. */
    Future<Boolean> invite(SqlClient transaction, NewInvitation invitation, int phonesMax) {
        UUID merchant = invitation.merchant().value();
        Tuple parameters = Tuple.of(
                invitation.id().value(),
                merchant,
                invitation.outlet().map(OutletId::value).orElse(null),
                invitation.name(),
                invitation.secret().linkHash(),
                invitation.secret().codeHash());
        parameters.addValue(utc(invitation.from())).addValue(utc(invitation.until())).addInteger(phonesMax);
        return LOCK_MERCHANT.execute(transaction, Tuple.of(merchant))
                .compose(held -> END_EXPIRED.execute(transaction, Tuple.of(merchant, utc(invitation.from()))))
                .compose(ended -> INVITE.execute(transaction, parameters))
                .map(rows -> rows.rowCount() == 1);
    }

    Future<Boolean> ownsOutlet(SqlClient db, MerchantId merchant, OutletId outlet) {
        return OWNS_OUTLET.execute(db, Tuple.of(merchant.value(), outlet.value()))
                .map(rows -> rows.iterator().next().getBoolean("owned"));
    }

    Future<List<ListenerPhone>> list(SqlClient db, MerchantId merchant, Instant now) {
        return LIST.execute(db, Tuple.of(merchant.value(), utc(now)))
                .map(rows -> stream(rows).map(ListenerPhoneStore::toPhone).toList());
    }

    Future<Optional<ListenerPhone>> read(SqlClient db, ListenerPhoneId phone) {
        return READ.execute(db, Tuple.of(phone.value()))
                .map(rows -> stream(rows).findFirst().map(ListenerPhoneStore::toPhone));
    }

    Future<Optional<ListenerPhones.Invitation>> invitation(SqlClient db, Buffer linkHash, Instant now) {
        return READ_INVITATION.execute(db, Tuple.of(linkHash, utc(now))).map(rows -> stream(rows).findFirst()
                .map(row -> new ListenerPhones.Invitation(row.getString("shop_name"),
                        Optional.ofNullable(row.getString("outlet_name")), row.getString("name"))));
    }

    /** Counts a try at each code of the merchant with this login, and gives those that had one left. */
    Future<List<Tried>> countTry(SqlClient db, Login login, Instant now, int triesMax) {
        return COUNT_TRY.execute(db, Tuple.of(login.value(), utc(now), triesMax)).map(rows -> stream(rows)
                .map(row -> new Tried(row.getBuffer("link_hash"), row.getBuffer("code_hash")))
                .toList());
    }

    /** Pairs the phone behind a link; empty where somebody was faster, or it is too late. */
    Future<Optional<Paired>> pair(SqlClient transaction, Buffer linkHash, Instant now) {
        return PAIR.execute(transaction, Tuple.of(linkHash, utc(now))).map(rows -> stream(rows).findFirst()
                .map(row -> new Paired(new ListenerPhoneId(row.getUUID("listener_phone_id")),
                        new MerchantId(row.getUUID("merchant_id")))));
    }

    Future<Boolean> rename(SqlClient transaction, MerchantId merchant, ListenerPhoneId phone, String name) {
        return RENAME.execute(transaction, Tuple.of(phone.value(), merchant.value(), name))
                .map(rows -> rows.rowCount() == 1);
    }

    Future<Boolean> end(SqlClient transaction, MerchantId merchant, ListenerPhoneId phone, Instant now) {
        return END.execute(transaction, Tuple.of(phone.value(), merchant.value(), utc(now)))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Notes that the phones listen now, and lets their sessions live for {@code idle} from now. */
    Future<Void> noteHeard(SqlClient db, Collection<ListenerPhoneId> phones, Instant now, Duration idle) {
        UUID[] ids = phones.stream().map(ListenerPhoneId::value).sorted().toArray(UUID[]::new);
        return NOTE_HEARD.execute(db, Tuple.of(ids, utc(now), utc(now.plus(idle)))).mapEmpty();
    }

    private static ListenerPhone toPhone(Row row) {
        return new ListenerPhone(
                new ListenerPhoneId(row.getUUID("listener_phone_id")),
                new MerchantId(row.getUUID("merchant_id")),
                Optional.ofNullable(row.getUUID("outlet_id")).map(outlet ->
                        new ListenerPhone.Outlet(new OutletId(outlet), row.getString("outlet_name"))),
                row.getString("name"),
                row.getOffsetDateTime("invited_until").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("paired_at")).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getOffsetDateTime("last_heard_at")).map(OffsetDateTime::toInstant));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
