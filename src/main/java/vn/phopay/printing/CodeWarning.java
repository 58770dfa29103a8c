package vn.phopay.printing;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import vn.phopay.issuing.QrCode;
import vn.phopay.merchant.AccountStatus;

/** What an owner should know of a code of hers. Whatever else is wrong with a code, its warning belongs here. */
public enum CodeWarning {
    /** It pays an account that is no longer the shop's approved one. */
    ACCOUNT_CHANGED,
    /** Its time is over within a month. */
    EXPIRES_SOON,
    /** It was never printed. */
    NOT_PRINTED;

    /** How long before its end a code is warned about. */
    public static final Duration SOON = Duration.ofDays(30);

    /** What is to be said of a code that is in force at {@code now}; nothing of any other. */
    static Set<CodeWarning> of(QrCode code, AccountStatus account, boolean isPrinted, Instant now) {
        Set<CodeWarning> warnings = EnumSet.noneOf(CodeWarning.class);
        if (code.statusAt(now) != QrCode.Status.ACTIVE) {
            return warnings;
        }
        if (account != AccountStatus.APPROVED) {
            warnings.add(ACCOUNT_CHANGED);
        }
        if (code.expiresAt().isBefore(now.plus(SOON))) {
            warnings.add(EXPIRES_SOON);
        }
        if (!isPrinted) {
            warnings.add(NOT_PRINTED);
        }
        return warnings;
    }
}
