package vn.phopay.programme;

/** What can be wrong with the data that figures are made of; in the order in which it is shown. */
public enum QualityItem {
    /** Outlets of merchants in force that no street is known of. */
    OUTLETS_WITHOUT_STREET("/duyet"),
    /** Outlets of merchants in force that no ward in force is known of. */
    OUTLETS_WITHOUT_WARD("/dia-gioi"),
    /** Outlets whose ward is an area that has ended. */
    OUTLETS_IN_ENDED_WARD("/dia-gioi"),
    /** Streets with outlets and without a count of trading premises. */
    STREETS_WITHOUT_BASELINE("/dia-gioi"),
    /** Districts without a count of trading premises. */
    DISTRICTS_WITHOUT_BASELINE("/dia-gioi"),
    /** Counts of trading premises in force that are older than a year. */
    BASELINES_OLD("/dia-gioi"),
    /** Places of trade that nobody has looked at for a year. */
    PREMISES_OLD("/thanh-pho/chat-luong"),
    /** Walk lists past their day. */
    WALK_LISTS_LATE("/thanh-pho/di-pho"),
    /** Open cases of money that nobody is known for. */
    UNMATCHED_OPEN("/vu-viec?kind=UNMATCHED"),
    /** Banks and days of the last two weeks with payments and without a statement. */
    STATEMENTS_MISSING("/thanh-pho/ngan-hang"),
    /** Business days with payments that are over and not sealed. */
    DAYS_UNSEALED("/vu-viec"),
    /** Codes in force that were never checked by their owners. */
    CODES_NEVER_CHECKED("/an-toan-ma");

    private final String mendedAt;

    QualityItem(String mendedAt) {
        this.mendedAt = mendedAt;
    }

    /** The page on which it is mended. */
    public String mendedAt() {
        return mendedAt;
    }
}
