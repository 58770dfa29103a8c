package vn.phopay.merchant;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import vn.phopay.access.PhoneNumber;
import vn.phopay.db.Sql;
import vn.phopay.identity.AccountId;
import vn.phopay.identity.MerchantId;

/** Lists merchants for staff, newest first, page by page; staff limited to districts see those with an outlet there. */
public final class ListMerchants {
    private static final Sql LIST = Sql.load("merchant/list_merchants");

    /**
     * What is looked for.
     *
     * @param status a state
     * @param districtCode a district where an outlet stands
     * @param text part of a name, tax code or phone number; marks and case do not matter
     * @param accountWaits whether only merchants are looked for of whose accounts one waits for staff
     */
    public record Filter(
            Optional<MerchantStatus> status,
            Optional<String> districtCode,
            Optional<String> text,
            boolean accountWaits) {}

    /**
     * Which page.
     *
     * @param after the last merchant of the page before
     * @param limit most merchants on it
     */
    public record PageRequest(Optional<MerchantId> after, int limit) {}

    /**
     * A merchant and where it has outlets.
     *
     * @param merchant the merchant
     * @param districtCodes districts where its outlets stand now
     * @param waitingAccount the account that has waited longest for staff
     */
    public record Item(Merchant merchant, List<String> districtCodes, Optional<WaitingAccount> waitingAccount) {}

    /**
     * An account that staff are to decide about.
     *
     * @param id the account
     * @param account its bank and end
     * @param accountName its holder
     * @param replaces the account in whose place it is to come; empty for a first or further one
     */
    public record WaitingAccount(
            AccountId id, AccountEnd account, String accountName, Optional<AccountEnd> replaces) {}

    /** A bank and the last digits of an account there, four at most. */
    public record AccountEnd(String bankBin, String lastDigits) {}

    /**
     * A page.
     *
     * @param items merchants, newest first
     * @param next the cursor of the next page, where there is one
     */
    public record Page(List<Item> items, Optional<MerchantId> next) {}

    /** Reads one page; {@code visibleDistricts} is empty for staff who see all. Fails only on a database fault. */
    public Future<Page> list(SqlClient client, Filter filter, PageRequest page, Set<String> visibleDistricts) {
        Tuple parameters = Tuple.of(
                filter.status().map(MerchantStatus::name).orElse(null),
                filter.text().map(ListMerchants::pattern).orElse(null),
                page.after().map(MerchantId::value).orElse(null),
                filter.districtCode().orElse(null),
                visibleDistricts.isEmpty() ? null : visibleDistricts.toArray(String[]::new),
                page.limit() + 1);
        parameters.addBoolean(filter.accountWaits());
        return LIST.execute(client, parameters).map(rows -> toPage(
                StreamSupport.stream(rows.spliterator(), false).map(ListMerchants::toItem).toList(), page.limit()));
    }

    private static Page toPage(List<Item> found, int limit) {
        if (found.size() <= limit) {
            return new Page(found, Optional.empty());
        }
        List<Item> items = found.subList(0, limit);
        return new Page(List.copyOf(items), Optional.of(items.getLast().merchant().id()));
    }

    private static Item toItem(Row row) {
        return new Item(
                MerchantRows.toMerchant(row),
                List.of(row.getArrayOfStrings("district_codes")),
                Optional.ofNullable(row.getUUID("waiting_id")).map(id -> toWaiting(new AccountId(id), row)));
    }

    private static WaitingAccount toWaiting(AccountId id, Row row) {
        Optional<AccountEnd> replaces = Optional.ofNullable(row.getString("replaced_bin"))
                .map(bin -> new AccountEnd(bin, row.getString("replaced_end")));
        AccountEnd account = new AccountEnd(row.getString("waiting_bin"), row.getString("waiting_end"));
        return new WaitingAccount(id, account, row.getString("waiting_name"), replaces);
    }

    /** A LIKE pattern whose own signs are escaped; a phone number is found in whichever writing it was asked for. */
    public static String pattern(String text) {
        String sought = PhoneNumber.parse(text).map(PhoneNumber::e164).orElseGet(() -> CleanText.fold(text));
        return '%' + sought.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + '%';
    }
}
