package vn.phopay.issuing;

import java.time.Instant;
import java.util.Optional;
import vn.phopay.merchant.MerchantStatus;

/**
 * A code we issued, printed or for one payment, with what people are shown of it.
 *
 * @param serial what its signature calls it
 * @param payload the text of the symbol as issued
 * @param issuedAt when it was signed
 * @param isRevoked whether it was taken back
 * @param payee who is paid
 */
public record IssuedCode(String serial, String payload, Instant issuedAt, boolean isRevoked, Payee payee) {
    private static final int CRC_LENGTH = 4;

    /**
     * Who is paid.
     *
     * @param status where the merchant stands with the city now
     * @param displayName name that customers know
     * @param account where the money goes
     * @param districtName Vietnamese name of the district
     * @param streetName Vietnamese name of the street, where it is one that we keep
     */
    public record Payee(
            MerchantStatus status,
            String displayName,
            Account account,
            String districtName,
            Optional<String> streetName) {}

    /** Where the money goes: bank, number and holder. */
    public record Account(String bankBin, String number, String holder) {
        /** Whether a payload that names this bank and number pays here. */
        boolean isNamedBy(String bin, String accountNumber) {
            return bankBin.equals(bin) && number.equals(accountNumber);
        }

        /** Hides number and holder: accounts stay out of logs. */
        @Override
        public String toString() {
            return "Account[" + bankBin + "]";
        }
    }

    /** Whether {@code text} is this code, character for character; the checksum may be printed in lower case. */
    boolean isPrintedAs(String text) {
        int body = payload.length() - CRC_LENGTH;
        return text.length() == payload.length()
                && text.regionMatches(0, payload, 0, body)
                && text.regionMatches(true, body, payload, body, CRC_LENGTH);
    }
}
