package vn.phopay.safety;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.phopay.identity.QrId;
import vn.phopay.identity.SelfCheckId;

/**
 * An owner looked at a code on her own wall; a fact, never changed.
 *
 * @param id its id
 * @param verdict what came out
 * @param code her code, where it is one of hers
 * @param checkedAt when
 * @param businessDate that moment's day in Việt Nam
 * @param keepsPayload whether what was read is still there for a report
 */
public record SelfCheck(
        SelfCheckId id,
        CheckVerdict verdict,
        Optional<CheckedCode> code,
        Instant checkedAt,
        LocalDate businessDate,
        boolean keepsPayload) {

    /**
     * A printed code of hers.
     *
     * @param id the code
     * @param shopName the name that customers know
     * @param outletName the name of the place where it hangs
     * @param serial what stands on the paper
     * @param label what she calls it
     */
    public record CheckedCode(
            QrId id, String shopName, String outletName, String serial, Optional<String> label) {}

    /** How the code was read. */
    public enum Way {
        /** By the camera. */
        CAMERA,
        /** From a picture that was sent. */
        PICTURE,
        /** As text. */
        TEXT
    }
}
