package vn.phopay.statement;

import org.jspecify.annotations.Nullable;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.statement.StatementLine.Booking;

/** One {@code Ntry} while it is read: what stands beside its transaction details. */
final class CamtEntry {
    /** Shorter entry references number the entries of one statement and name no movement. */
    private static final int ENTRY_REFERENCE_LENGTH_MIN = 8;
    private static final String BOOKED = "BOOK";

    private @Nullable Long amountVnd;
    private @Nullable Direction direction;
    private boolean reversal;
    private @Nullable String status;
    private @Nullable Booking bookedOn;
    private @Nullable Booking valueDate;
    private @Nullable String entryReference;
    private @Nullable String servicerReference;
    private String furtherInformation = "";

    /** Takes a leaf at {@code path} below the entry, such as {@code Sts/Cd}. */
    void take(XmlCursor at, String path, @Nullable String currency, String text) throws StatementUnreadableException {
        switch (path) {
            case "NtryRef" -> entryReference = CamtValues.provided(text);
            case "AcctSvcrRef" -> servicerReference = CamtValues.provided(text);
            case "Amt" -> amountVnd = CamtAmounts.read(at, currency, text);
            case "CdtDbtInd" -> direction = CamtValues.direction(text)
                    .orElseThrow(() -> at.fault("CdtDbtInd must be CRDT or DBIT"));
            case "RvslInd" -> reversal = CamtValues.indicator(text)
                    .orElseThrow(() -> at.fault("RvslInd must be true or false"));
            // A text in early versions, a code in later ones; what is proprietary is not known to be money.
            case "Sts", "Sts/Cd", "Sts/Prtry" -> status = text;
            case "BookgDt/Dt", "BookgDt/DtTm" -> bookedOn = readBooking(at, text);
            case "ValDt/Dt", "ValDt/DtTm" -> valueDate = readBooking(at, text);
            case "AddtlNtryInf" -> furtherInformation = text;
            default -> { }
        }
    }

    /** The fault of an entry that leaves out what every entry has. */
    void check(XmlCursor at) throws StatementUnreadableException {
        if (amountVnd == null || direction == null || status == null) {
            throw at.fault("an entry needs Amt, CdtDbtInd and Sts");
        }
        if (isMoney() && bookedOn == null && valueDate == null) {
            throw at.fault("a booked entry needs BookgDt or ValDt");
        }
    }

    /** Whether it is booked; PDNG, INFO and FUTR are announcements, and an entry of 0 moves nothing. */
    boolean isMoney() {
        return BOOKED.equals(status) && amountVnd() > 0;
    }

    long amountVnd() {
        return amountVnd == null ? 0 : amountVnd;
    }

    Direction direction() {
        if (direction == null) {
            throw new IllegalStateException("checked before");
        }
        return direction;
    }

    boolean reversal() {
        return reversal;
    }

    Booking booking() {
        Booking booking = bookedOn == null ? valueDate : bookedOn;
        if (booking == null) {
            throw new IllegalStateException("checked before");
        }
        return booking;
    }

    /** The bank's reference of the entry as a whole. */
    @Nullable String trace() {
        if (servicerReference != null) {
            return servicerReference;
        }
        return entryReference != null && entryReference.length() >= ENTRY_REFERENCE_LENGTH_MIN
                ? entryReference
                : null;
    }

    String furtherInformation() {
        return furtherInformation;
    }

    private static Booking readBooking(XmlCursor at, String text) throws StatementUnreadableException {
        return CamtValues.booking(text).orElseThrow(() -> at.fault("a date of 2000 to 2199 was expected"));
    }
}
