package vn.phopay.approval;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.StaffId;
import vn.phopay.merchant.ListMerchants;
import vn.phopay.merchant.MerchantStatus;

/**
 * Who waits for a decision of staff. Staff limited to districts see shops with an outlet there. Takes no locks; every
 * future fails only on a database fault.
 */
public final class ApprovalQueue {
    private static final Sql LIST_WAITING = Sql.load("approval/list_waiting");
    private static final Sql LIST_ACCOUNTS = Sql.load("approval/list_accounts_waiting");
    private static final Sql LIST_DECIDED = Sql.load("approval/list_decided");
    private static final Sql COUNT = Sql.load("approval/count_queues");
    private static final Sql READ = Sql.load("approval/read_shops");

    /** Which shops are looked at. */
    public enum View {
        /** Those that wait, the one that registered first first. */
        WAITING,
        /** Approved ones of whose accounts one waits, in the same order. */
        ACCOUNTS,
        /** Approved ones, the newest first. */
        APPROVED,
        /** Those that were turned down, the newest first. */
        REJECTED,
        /** Those that were stopped, the newest first. */
        SUSPENDED
    }

    /**
     * What is looked for.
     *
     * @param view which shops
     * @param text part of a name, tax code or phone number; marks and case do not matter
     * @param districtCode a district where an outlet stands
     * @param streetId a street where that outlet stands
     */
    public record Filter(
            View view, Optional<String> text, Optional<String> districtCode, Optional<String> streetId) {}

    /** Which page: behind {@code after}, at most {@code limit} shops. */
    public record PageRequest(Optional<MerchantId> after, int limit) {}

    /** A page, and where it ended if there are more. */
    public record Page(List<ShopInQueue> shops, Optional<MerchantId> next) {
        /** Copies the shops. */
        public Page {
            shops = List.copyOf(shops);
        }
    }

    /** How many wait, how many approved ones have an account that waits, how many are stopped. */
    public record Counts(long waiting, long accounts, long suspended) {}

    /** Reads one page of what staff of {@code districts} see; empty for those who see all. */
    public Future<Page> list(SqlClient client, Filter filter, PageRequest page, Set<String> districts) {
        Tuple parameters = Tuple.of(
                filter.text().map(ListMerchants::pattern).orElse(null),
                page.after().map(MerchantId::value).orElse(null),
                filter.districtCode().orElse(null),
                filter.streetId().orElse(null),
                visible(districts),
                page.limit() + 1);
        return ids(client, filter.view(), parameters)
                .compose(ids -> read(client, ids.subList(0, Math.min(ids.size(), page.limit())))
                        .map(shops -> new Page(shops, ids.size() > page.limit()
                                ? Optional.of(shops.getLast().id()) : Optional.empty())));
    }

    /** One shop as the desk reads it; whether the caller may see it is for the caller to ask first. */
    public Future<Optional<ShopInQueue>> find(SqlClient client, MerchantId id) {
        return read(client, List.of(id.value())).map(shops -> shops.stream().findFirst());
    }

    /** What waits for staff of {@code districts}. */
    public Future<Counts> counts(SqlClient client, Set<String> districts) {
        return COUNT.execute(client, Tuple.of(visible(districts))).map(rows -> {
            Row row = rows.iterator().next();
            return new Counts(row.getLong("waiting"), row.getLong("accounts"), row.getLong("suspended"));
        });
    }

    private static Future<List<UUID>> ids(SqlClient client, View view, Tuple parameters) {
        Future<RowSet<Row>> found = switch (view) {
            case WAITING -> LIST_WAITING.execute(client, parameters);
            case ACCOUNTS -> LIST_ACCOUNTS.execute(client, parameters);
            case APPROVED, REJECTED, SUSPENDED -> LIST_DECIDED.execute(client, parameters.addString(view.name()));
        };
        return found.map(rows -> rows.stream().map(row -> row.getUUID("merchant_id")).toList());
    }

    private static Future<List<ShopInQueue>> read(SqlClient client, List<UUID> ids) {
        return ids.isEmpty()
                ? Future.succeededFuture(List.of())
                : READ.execute(client, Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                        .map(rows -> rows.stream().map(ApprovalQueue::toShop).toList());
    }

    private static String @Nullable [] visible(Set<String> districts) {
        return districts.isEmpty() ? null : districts.toArray(String[]::new);
    }

    private static ShopInQueue toShop(Row row) {
        return new ShopInQueue(
                new MerchantId(row.getUUID("merchant_id")),
                MerchantStatus.valueOf(row.getString("status")),
                new ShopInQueue.Names(row.getString("display_name"), row.getString("legal_name"),
                        row.getString("tax_code"), row.getString("phone_e164"), row.getString("category_code")),
                new ShopInQueue.Times(instant(row, "created_at"), instant(row, "since"), text(row, "reason")),
                Optional.ofNullable(row.getUUID("assisted_by"))
                        .map(helper -> new ShopInQueue.Helper(new StaffId(helper), row.getString("helper_name"))),
                text(row, "bank_bin").map(bin -> toAccount(bin, row)),
                text(row, "address").map(address -> new ShopInQueue.Stand(row.getString("outlet_name"), address,
                        row.getString("district_name"), text(row, "street_name"), row.getLong("outlets"))),
                new ShopInQueue.Hints(List.of(row.getArrayOfStrings("consents_missing")),
                        text(row, "same_tax"), text(row, "same_address")));
    }

    private static ShopInQueue.Account toAccount(String bin, Row row) {
        return new ShopInQueue.Account(bin, row.getString("account_end"), row.getString("account_name"),
                "PENDING".equals(row.getString("account_status")), row.getBoolean("account_replaces"),
                instant(row, "account_since"));
    }

    private static Optional<String> text(Row row, String column) {
        return Optional.ofNullable(row.getString(column));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
