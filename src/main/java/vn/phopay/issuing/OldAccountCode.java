package vn.phopay.issuing;

import java.time.Instant;
import java.util.Optional;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.QrId;

/**
 * A printed code that is good, and pays into an account that is not the merchant's any more: whoever pays by it sends
 * his money where the owner may not see it.
 *
 * @param id the code
 * @param outlet where it hangs
 * @param outletName what that outlet is called
 * @param label what its owner calls it
 * @param serial what its signature calls it
 * @param issuedAt when it was signed
 * @param bankBin the bank of the account that it pays into
 * @param accountEnd the last digits of that account, four at most
 */
public record OldAccountCode(
        QrId id,
        OutletId outlet,
        String outletName,
        Optional<String> label,
        String serial,
        Instant issuedAt,
        String bankBin,
        String accountEnd) {}
