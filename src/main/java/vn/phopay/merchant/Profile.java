package vn.phopay.merchant;

import vn.phopay.access.PhoneNumber;

/**
 * Who a merchant is, as far as it said so itself.
 *
 * @param legalName name in the business registration
 * @param displayName name that customers know
 * @param taxCode tax code, unique among merchants for ever
 * @param phone by which it logs in, unique among merchants
 * @param category what it sells
 * @param language in which it is written to
 * @param amountToleranceVnd how much it lets be missing of a request of its own, in đồng
 */
public record Profile(
        String legalName,
        String displayName,
        TaxCode taxCode,
        PhoneNumber phone,
        CategoryCode category,
        Language language,
        long amountToleranceVnd) {
    /** Most that a merchant may let be missing, in đồng: for coins that nobody has, never for a dish. */
    public static final long AMOUNT_TOLERANCE_VND_MAX = 100_000;
    /** Longest legal name, in characters. */
    public static final int LEGAL_NAME_LENGTH_MAX = 200;
    /** Longest display name, in characters. */
    public static final int DISPLAY_NAME_LENGTH_MAX = 100;

    /** What staff find it by: both names without marks, tax code and both writings of the phone number. */
    String searchText() {
        String national = phone.e164().replaceFirst("^\\+84", "0");
        return String.join(" ", CleanText.fold(legalName), CleanText.fold(displayName), taxCode.value(),
                taxCode.value().replace("-", ""), phone.e164(), national);
    }
}
