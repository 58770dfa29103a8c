package vn.phopay.webhook;

/** What became of a delivery so far. There is nothing else that it can be. */
public enum DeliveryStatus {
    /** It will be tried, again or for the first time. */
    SCHEDULED,
    /** The receiver answered 2xx. */
    DELIVERED,
    /** It was given up: its time was over, or its endpoint was deleted. Its owner can have it sent again. */
    DEAD
}
