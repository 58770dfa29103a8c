package vn.phopay.merchant;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.Optional;
import vn.phopay.access.AuditLog;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.MerchantId;

/**
 * What every use case about merchants works with.
 *
 * @param merchants merchants and their steps
 * @param accounts receiving accounts
 * @param outlets outlets and where they stand
 * @param audit who did what, when and why
 * @param ids names new things
 * @param clock tells when
 */
public record MerchantRegistry(
        MerchantStore merchants,
        AccountStore accounts,
        OutletStore outlets,
        AuditLog audit,
        IdSource ids,
        Clock clock) {

    /** A registry in the database. */
    public static MerchantRegistry of(AuditLog audit, IdSource ids, Clock clock) {
        return new MerchantRegistry(new MerchantStore(), new AccountStore(), new OutletStore(), audit, ids, clock);
    }

    /** A merchant with all that belongs to it; empty where there is none. Fails only on a database fault. */
    public Future<Optional<MerchantFile>> read(SqlClient client, MerchantId id) {
        return merchants.find(client, id).compose(found -> complete(client, found));
    }

    /**
     * As {@link #read}, and nobody else changes it until {@code transaction} ends. Empty too where it is closed:
     * nothing of it changes any more.
     */
    Future<Optional<MerchantFile>> lock(SqlClient transaction, MerchantId id) {
        return merchants.lock(transaction, id).compose(found ->
                complete(transaction, found.filter(merchant -> merchant.status() != MerchantStatus.CLOSED)));
    }

    private Future<Optional<MerchantFile>> complete(SqlClient client, Optional<Merchant> found) {
        return found.isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : complete(client, found.get()).map(Optional::of);
    }

    private Future<MerchantFile> complete(SqlClient client, Merchant merchant) {
        MerchantId id = merchant.id();
        return accounts.list(client, id).compose(allAccounts -> outlets.list(client, id)
                .compose(allOutlets -> merchants.lastStep(client, id)
                        .map(step -> new MerchantFile(merchant, allAccounts, allOutlets, step))));
    }
}
