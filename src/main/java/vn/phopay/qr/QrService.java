package vn.phopay.qr;

/** The NAPAS service codes a writer may emit. */
public enum QrService {
    /** Transfer to an account. */
    QRIBFTTA,
    /** Transfer to a card. */
    QRIBFTTC
}
