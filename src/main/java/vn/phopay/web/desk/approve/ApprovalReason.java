package vn.phopay.web.desk.approve;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.phopay.merchant.MerchantAction;

/** Reasons that are chosen from a list, in words that owners understand; one's own words may follow. */
enum ApprovalReason {
    /** The account is held by somebody else. */
    HOLDER_DIFFERS(MerchantAction.REJECT),
    /** The shop is registered already. */
    REGISTERED_BEFORE(MerchantAction.REJECT),
    /** There is no such shop at this address. */
    NOT_FOUND_THERE(MerchantAction.REJECT),
    /** Name or tax code are not those of the business registration. */
    PAPERS_DIFFER(MerchantAction.REJECT),
    /** Something has to be added. */
    INCOMPLETE(MerchantAction.REJECT),
    /** Its codes were pasted over. */
    CODE_TAMPERED(MerchantAction.SUSPEND),
    /** There are signs of fraud. */
    FRAUD_SUSPECTED(MerchantAction.SUSPEND),
    /** It is not trading there any more. */
    CLOSED_DOWN(MerchantAction.SUSPEND),
    /** The owner asked for it. */
    OWNER_ASKED(MerchantAction.SUSPEND),
    /** What suspended it was put right. */
    PUT_RIGHT(MerchantAction.REINSTATE),
    /** It was suspended by mistake. */
    MISTAKE(MerchantAction.REINSTATE);

    private final MerchantAction action;

    ApprovalReason(MerchantAction action) {
        this.action = action;
    }

    /** The reasons for {@code action}, in the order in which they are offered. */
    static List<ApprovalReason> of(MerchantAction action) {
        return Arrays.stream(values()).filter(reason -> reason.action == action).toList();
    }

    /** The reason of this name for {@code action}. */
    static Optional<ApprovalReason> parse(String name, MerchantAction action) {
        return of(action).stream().filter(reason -> reason.name().equals(name)).findFirst();
    }

    /** The key of its words. */
    String key() {
        return "approve.reason." + name().toLowerCase(Locale.ROOT);
    }
}
