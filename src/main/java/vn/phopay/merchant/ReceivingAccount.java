package vn.phopay.merchant;

import java.time.Instant;
import java.util.Optional;
import vn.phopay.identity.AccountId;

/**
 * One of a merchant's receiving accounts.
 *
 * @param id its id
 * @param account bank, number and holder
 * @param status whether codes may name it
 * @param rank 1 for the merchant's main account, then in the order they were added; a replacement takes over the rank
 * @param createdAt when it was registered here
 * @param replaces the account in whose place it is to come, once approved, or came
 */
public record ReceivingAccount(
        AccountId id,
        BankAccount account,
        AccountStatus status,
        int rank,
        Instant createdAt,
        Optional<AccountId> replaces) {
    /** The rank of a merchant's main account. */
    public static final int MAIN_RANK = 1;

    /** Whether it waits to come in the place of another one, which is in force until then. */
    public boolean isWaitingChange() {
        return status == AccountStatus.PENDING && replaces.isPresent();
    }

    /** Whether it is neither replaced, turned down nor taken back. */
    public boolean isOpen() {
        return status == AccountStatus.PENDING || status == AccountStatus.APPROVED;
    }
}
