package vn.phopay.merchant;

import java.time.Instant;
import vn.phopay.identity.AccountId;

/**
 * One of a merchant's receiving accounts.
 *
 * @param id its id
 * @param account bank, number and holder
 * @param status whether codes may name it
 * @param rank 1 for the merchant's main account, then in the order they were added; a replacement takes over the rank
 * @param createdAt when it was registered here
 */
public record ReceivingAccount(AccountId id, BankAccount account, AccountStatus status, int rank, Instant createdAt) {
    /** The rank of a merchant's main account. */
    public static final int MAIN_RANK = 1;

    /** Whether it is neither replaced nor turned down. */
    public boolean isOpen() {
        return status == AccountStatus.PENDING || status == AccountStatus.APPROVED;
    }
}
