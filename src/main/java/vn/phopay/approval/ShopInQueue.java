package vn.phopay.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.StaffId;
import vn.phopay.merchant.MerchantStatus;

/**
 * A shop as the approval desk reads it.
 *
 * @param id its id
 * @param status where it stands with the city
 * @param names who it says it is
 * @param times when it registered, and since when it stands as it does
 * @param helper the member of staff who registered it for its owner
 * @param account the account that staff look at: one that waits before one in force
 * @param stand where its first outlet stands
 * @param hints what in our own books may speak against it
 */
public record ShopInQueue(
        MerchantId id,
        MerchantStatus status,
        Names names,
        Times times,
        Optional<Helper> helper,
        Optional<Account> account,
        Optional<Stand> stand,
        Hints hints) {

    /** Who it says it is; {@code category} is its ISO 18245 code. */
    public record Names(String display, String legal, String taxCode, String phone, String category) {}

    /**
     * Its moments.
     *
     * @param registeredAt when it registered
     * @param since its last step
     * @param reason why that step was taken, where somebody said so
     */
    public record Times(Instant registeredAt, Instant since, Optional<String> reason) {}

    /** Who registered it for its owner, and may not approve it. */
    public record Helper(StaffId id, String name) {}

    /**
     * A receiving account, by its last digits.
     *
     * @param bankBin the bank
     * @param lastDigits at most four
     * @param name the holder
     * @param waits whether staff have to decide about it
     * @param replaces whether it is to come in the place of another
     * @param since when it was added
     */
    public record Account(
            String bankBin, String lastDigits, String name, boolean waits, boolean replaces, Instant since) {}

    /**
     * Where the first of its outlets stands.
     *
     * @param outletName the outlet
     * @param address as people say it
     * @param district the district's name
     * @param street the street's name, where it is one that we keep
     * @param outlets how many outlets it has
     */
    public record Stand(
            String outletName, String address, String district, Optional<String> street, long outlets) {}

    /**
     * What our own books say.
     *
     * @param consentsMissing purposes it must agree to and has not
     * @param sameTax names of others with the same tax code but for the branch, three at most
     * @param sameAddress names of others at the same address, three at most
     */
    public record Hints(List<String> consentsMissing, Optional<String> sameTax, Optional<String> sameAddress) {
        /** Copies the list. */
        public Hints {
            consentsMissing = List.copyOf(consentsMissing);
        }
    }
}
