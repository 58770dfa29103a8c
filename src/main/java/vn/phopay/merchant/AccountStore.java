package vn.phopay.merchant;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import vn.phopay.db.Sql;
import vn.phopay.identity.AccountId;
import vn.phopay.identity.MerchantId;

/**
 * Receiving accounts in the database. An account belongs to one merchant for ever, because transfers to a replaced one
 * keep coming in. Every future fails only on a database fault.
 */
public final class AccountStore {
    private static final Sql INSERT = Sql.load("merchant/insert_account");
    private static final Sql REOPEN = Sql.load("merchant/reopen_account");
    private static final Sql RENAME = Sql.load("merchant/rename_account");
    private static final Sql CLOSE = Sql.load("merchant/close_account");
    private static final Sql DECIDE = Sql.load("merchant/decide_accounts");
    private static final Sql WITHDRAW_CHANGE = Sql.load("merchant/withdraw_account_change");
    private static final Sql GIVE_WAY = Sql.load("merchant/give_way_to_change");
    private static final Sql TAKE_RANK = Sql.load("merchant/take_rank");
    private static final Sql LIST = Sql.load("merchant/list_accounts");

    /**
     * An account to be added.
     *
     * @param id its id, unless the merchant had the account before: then that one's id stays
     * @param account bank, number and holder
     * @param rank its place among the merchant's accounts
     * @param replaces the account in whose place it is to come
     */
    record NewAccount(AccountId id, BankAccount account, int rank, Optional<AccountId> replaces) {
        /** An account beside the others. */
        NewAccount(AccountId id, BankAccount account, int rank) {
            this(id, account, rank, Optional.empty());
        }
    }

    /** A merchant's accounts: open ones first, the main one before the others. */
    public Future<List<ReceivingAccount>> list(SqlClient client, MerchantId merchant) {
        return LIST.execute(client, Tuple.of(merchant.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(MerchantRows::toAccount).toList());
    }

    /**
     * Adds an account that waits for staff, or reopens one that this merchant had before; false where it is taken: by
     * another merchant, or open already. Then nothing was written and the transaction goes on.
     */
    Future<Boolean> add(SqlClient transaction, MerchantId merchant, NewAccount added, Instant now) {
        BankAccount account = added.account();
        Tuple parameters = Tuple.of(
                added.id().value(),
                merchant.value(),
                account.bankBin(),
                account.number(),
                account.name(),
                MerchantRows.timestamp(now));
        parameters.addInteger(added.rank()).addUUID(added.replaces().map(AccountId::value).orElse(null));
        return INSERT.execute(transaction, parameters)
                .compose(rows -> rows.rowCount() == 1
                        ? Future.succeededFuture(true)
                        : reopen(transaction, merchant, added));
    }

    /** Corrects the holder's name; the account waits for staff again. */
    Future<Void> rename(SqlClient transaction, AccountId account, String name) {
        return RENAME.execute(transaction, Tuple.of(account.value(), name)).mapEmpty();
    }

    /** Gives up an account for another one. */
    Future<Void> close(SqlClient transaction, AccountId account, Instant now) {
        return CLOSE.execute(transaction, Tuple.of(account.value(), MerchantRows.timestamp(now))).mapEmpty();
    }

    /** Takes back the change that waits; empty where none does. */
    Future<Optional<AccountId>> withdrawChange(SqlClient transaction, MerchantId merchant) {
        return WITHDRAW_CHANGE.execute(transaction, Tuple.of(merchant.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst()
                        .map(row -> new AccountId(row.getUUID("account_id"))));
    }

    /** Approves every account that waits; one that comes in the place of another takes over its rank. */
    Future<Integer> approve(SqlClient transaction, MerchantId merchant, Instant now) {
        return GIVE_WAY.execute(transaction, Tuple.of(merchant.value(), MerchantRows.timestamp(now)))
                .compose(given -> decide(transaction, merchant, AccountStatus.APPROVED)
                        .compose(decided -> takeRanks(transaction, given).map(decided)));
    }

    private static Future<Void> takeRanks(SqlClient transaction, RowSet<Row> given) {
        List<Tuple> ranks = StreamSupport.stream(given.spliterator(), false)
                .map(row -> Tuple.of(row.getUUID("account_id"), row.getInteger("rank")))
                .toList();
        return ranks.isEmpty()
                ? Future.succeededFuture()
                : TAKE_RANK.executeBatch(transaction, ranks).mapEmpty();
    }

    /** Approves or turns down every account that waits; gives their number. */
    Future<Integer> decide(SqlClient transaction, MerchantId merchant, AccountStatus status) {
        return DECIDE.execute(transaction, Tuple.of(merchant.value(), status.name())).map(rows -> rows.rowCount());
    }

    private static Future<Boolean> reopen(SqlClient transaction, MerchantId merchant, NewAccount added) {
        BankAccount account = added.account();
        Tuple parameters = Tuple.of(
                merchant.value(), account.bankBin(), account.number(), account.name(), added.rank(),
                added.replaces().map(AccountId::value).orElse(null));
        return REOPEN.execute(transaction, parameters).map(rows -> rows.rowCount() == 1);
    }
}
