package vn.phopay.profile;

import io.vertx.sqlclient.Tuple;
import vn.phopay.db.Sql;
import vn.phopay.identity.MerchantId;

/**
 * One table of what is handed out to a merchant about itself. Its query selects what may be handed out, and nothing
 * else: no secret, and of other people no more than the merchant sees in its lists. The columns are named as they are
 * to stand in the file; one that holds an id is named {@code …Id} after its kind ({@link ExportIds}).
 *
 * @param name of its files, without the ending: {@code payments}
 * @param sql selects the rows of one merchant in an order of their own
 * @param key what the query knows the merchant by
 */
public record ExportPart(String name, Sql sql, Key key) {
    /** What a query knows a merchant by. */
    public enum Key {
        /** {@code $1} is its id. */
        ID,
        /** {@code $1} is its id, {@code $2} the public form of it, under which the audit log keeps it. */
        ID_AND_PUBLIC_ID
    }

    /** The part called {@code name}, selected by the merchant's id alone. */
    static ExportPart of(String name, Sql sql) {
        return new ExportPart(name, sql, Key.ID);
    }

    /** The parameters of the query. */
    Tuple parameters(MerchantId merchant) {
        return switch (key) {
            case ID -> Tuple.of(merchant.value());
            case ID_AND_PUBLIC_ID -> Tuple.of(merchant.value(), merchant.toString());
        };
    }
}
