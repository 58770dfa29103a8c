package vn.phopay.approval;

/**
 * One thing that whoever approves has to look at.
 *
 * @param kind what was looked at
 * @param good whether nothing speaks against it
 * @param detail what was found, such as names; empty where there is nothing to add
 */
public record Finding(Kind kind, boolean good, String detail) {
    /** What is looked at. */
    public enum Kind {
        /** The account's holder is who the business registration names. */
        ACCOUNT_NAME,
        /** Nobody else has the tax code, branches aside. */
        TAX_CODE,
        /** Nobody else has a shop at this address. */
        SAME_ADDRESS,
        /** The address names the street that was chosen. */
        STREET,
        /** The category is one of those that shops of the city have. */
        CATEGORY,
        /** The owner agreed to what has to be agreed to. */
        CONSENTS
    }
}
