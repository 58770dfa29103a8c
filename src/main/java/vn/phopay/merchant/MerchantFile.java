package vn.phopay.merchant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.phopay.access.Authority;
import vn.phopay.access.Principal;

/**
 * A merchant with all that belongs to it.
 *
 * @param merchant the merchant
 * @param accounts its accounts: open ones first, the main one before the others
 * @param outlets its outlets, oldest first
 * @param lastStep the last step of its state
 */
public record MerchantFile(
        Merchant merchant, List<ReceivingAccount> accounts, List<Outlet> outlets, MerchantStore.LastStep lastStep) {
    /** Copies the lists. */
    public MerchantFile {
        accounts = List.copyOf(accounts);
        outlets = List.copyOf(outlets);
    }

    /** The main account, whether approved or waiting; empty where it was turned down. */
    public Optional<ReceivingAccount> mainAccount() {
        return accounts.stream()
                .filter(account -> account.isOpen() && account.rank() == ReceivingAccount.MAIN_RANK)
                .findFirst();
    }

    /** The account that is to come in the place of the main one and still waits for staff. */
    public Optional<ReceivingAccount> waitingChange() {
        return accounts.stream().filter(ReceivingAccount::isWaitingChange).findFirst();
    }

    /** Whether {@code principal} may see and change it: its owner, and staff of a district where an outlet stands. */
    public boolean isVisibleTo(Principal principal) {
        return Authority.mayEditMerchant(principal, merchant.id(), districtCodes());
    }

    /** The districts where its outlets stand now. */
    public Set<String> districtCodes() {
        return outlets.stream().map(outlet -> outlet.location().districtCode()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether staff still have an account to decide about. */
    boolean hasPendingAccount() {
        return accounts.stream().anyMatch(account -> account.status() == AccountStatus.PENDING);
    }

    /** The rank of an account that is added after all others. */
    int nextRank() {
        return accounts.stream().filter(ReceivingAccount::isOpen).mapToInt(ReceivingAccount::rank).max()
                .orElse(ReceivingAccount.MAIN_RANK - 1) + 1;
    }
}
