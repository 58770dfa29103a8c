package vn.phopay.merchant;

import java.util.Optional;
import vn.phopay.access.PhoneNumber;

/**
 * A merge patch (RFC 7396) of a merchant: what is empty stays as it is. Nothing here can be removed.
 *
 * @param names legal and display name
 * @param taxCode tax code
 * @param phone phone number, and with it the login
 * @param category what it sells
 * @param language in which it is written to
 * @param amountToleranceVnd how much it lets be missing of a request
 * @param account its main account
 */
public record MerchantPatch(
        Names names,
        Optional<TaxCode> taxCode,
        Optional<PhoneNumber> phone,
        Optional<CategoryCode> category,
        Optional<Language> language,
        Optional<Long> amountToleranceVnd,
        AccountPatch account) {
    /** A patch that changes nothing but the main account, which is given whole. */
    static MerchantPatch ofAccount(BankAccount account) {
        return new MerchantPatch(
                new Names(Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new AccountPatch(
                        Optional.of(account.bankBin()), Optional.of(account.number()), Optional.of(account.name())));
    }

    /** Changed names. */
    public record Names(Optional<String> legalName, Optional<String> displayName) {}

    /** Changed parts of the main account; what is empty is taken from the account as it is. */
    public record AccountPatch(Optional<String> bankBin, Optional<String> number, Optional<String> name) {
        /** A patch that leaves the account as it is. */
        public static final AccountPatch NONE =
                new AccountPatch(Optional.empty(), Optional.empty(), Optional.empty());

        /** The account after the patch; empty where parts are missing and there is no account to take them from. */
        Optional<BankAccount> applyTo(Optional<BankAccount> old) {
            return bankBin.or(() -> old.map(BankAccount::bankBin)).flatMap(bin -> number
                    .or(() -> old.map(BankAccount::number)).flatMap(digits -> name
                            .or(() -> old.map(BankAccount::name)).map(holder -> new BankAccount(bin, digits, holder))));
        }

        boolean isEmpty() {
            return bankBin.isEmpty() && number.isEmpty() && name.isEmpty();
        }
    }

    /** The profile after the patch. */
    Profile applyTo(Profile old) {
        return new Profile(
                names.legalName().orElse(old.legalName()),
                names.displayName().orElse(old.displayName()),
                taxCode.orElse(old.taxCode()),
                phone.orElse(old.phone()),
                category.orElse(old.category()),
                language.orElse(old.language()),
                amountToleranceVnd.orElse(old.amountToleranceVnd()));
    }
}
