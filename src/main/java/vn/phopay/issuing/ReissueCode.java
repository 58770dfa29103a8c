package vn.phopay.issuing;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import vn.phopay.access.Authority;
import vn.phopay.db.Sql;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.QrId;
import vn.phopay.merchant.Caller;

/**
 * Puts a new code, for the account in force, in the place of one that pays into an account given up: the new one has
 * the same outlet, label and terminal, and the old one is taken back, both or neither. Asked twice at once it happens
 * once.
 */
public final class ReissueCode {
    private static final Sql READ_OLD = Sql.load("issuing/read_old_account_code");

    private final IssuingParts parts;
    private final IssueQrCode issue;
    private final RevokeQrCode revoke;

    /** Makes codes by {@code issue} and takes them back by {@code revoke}. */
    public ReissueCode(IssuingParts parts, IssueQrCode issue, RevokeQrCode revoke) {
        this.parts = parts;
        this.issue = issue;
        this.revoke = revoke;
    }

    /** What came of it; after {@link NotApproved} the transaction must be rolled back. */
    public sealed interface Outcome permits Reissued, NotOld, NotApproved, RevokedBefore, NotFound {}

    /** {@code code} stands in the place of the old one. */
    public record Reissued(QrCode code) implements Outcome {}

    /** The code pays into an account that is the merchant's: there is nothing to replace. */
    public record NotOld() implements Outcome {}

    /** No account of the merchant is in force yet, so that no code can be made. */
    public record NotApproved() implements Outcome {}

    /** It was taken back before. */
    public record RevokedBefore() implements Outcome {}

    /** There is no such code, or it is another merchant's. */
    public record NotFound() implements Outcome {}

    /** Writes through {@code transaction}; {@code reason} is kept with the old code. Runs on a virtual thread. */
    public Outcome reissue(SqlConnection transaction, QrId old, String reason, Caller caller) {
        Optional<QrCode> found = Future.await(parts.codes().find(transaction, old))
                .filter(code -> Authority.mayActForMerchant(caller.principal(), code.owner().merchant()));
        if (found.isEmpty()) {
            return new NotFound();
        }
        QrCode code = found.get();
        if (code.revokedAt().isPresent()) {
            return new RevokedBefore();
        }
        if (!namesOldAccount(transaction, code.id(), code.owner().merchant())) {
            return new NotOld();
        }
        // First the old one goes: of two taps at once the second meets it gone, and makes nothing.
        return switch (revoke.revoke(transaction, code.id(), reason, caller)) {
            case RevokeQrCode.Revoked revoked -> issueLike(transaction, code, caller);
            case RevokeQrCode.RevokedBefore before -> new RevokedBefore();
            case RevokeQrCode.NotFound none -> new NotFound();
        };
    }

    private Outcome issueLike(SqlConnection transaction, QrCode old, Caller caller) {
        IssueQrCode.Order order = new IssueQrCode.Order(
                old.owner().outlet(), old.label(), old.terminal(), Optional.empty());
        return switch (issue.issue(transaction, order, caller.principal())) {
            case IssueQrCode.Issued(QrCode made) -> new Reissued(made);
            case IssueQrCode.NotApproved none -> new NotApproved();
            case IssueQrCode.NotFound none -> new NotFound();
            case IssueQrCode.LifeOutOfRange life -> throw new IllegalStateException("the life was not asked for");
        };
    }

    private static boolean namesOldAccount(SqlConnection transaction, QrId id, MerchantId merchant) {
        return Future.await(READ_OLD.execute(transaction, Tuple.of(id.value(), merchant.value()))
                .map(rows -> Rows.first(rows, row -> row.getBoolean("old")).orElse(false)));
    }
}
