package vn.phopay.statement;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.statement.StatementLine.Payer;

/** One {@code TxDtls} of an entry while it is read. */
final class CamtTransaction {
    /** Together; a single Ustrd has at most 140. */
    private static final int MEMO_LENGTH_MAX = XmlCursor.TEXT_LENGTH_MAX;

    private final StringBuilder memo = new StringBuilder();
    private final Map<String, String> pathToText = new HashMap<>();
    private @Nullable Long amountVnd;
    private @Nullable Long detailedAmountVnd;
    private @Nullable Direction direction;

    /** Takes a leaf at {@code path} below the transaction. */
    void take(XmlCursor at, String path, @Nullable String currency, String text) throws StatementUnreadableException {
        switch (path) {
            case "Amt" -> amountVnd = CamtAmounts.read(at, currency, text);
            // An instructed amount may be of another currency; what was booked is the transaction amount.
            case "AmtDtls/TxAmt/Amt" -> detailedAmountVnd = CamtAmounts.read(at, currency, text);
            case "CdtDbtInd" -> direction = CamtValues.direction(text)
                    .orElseThrow(() -> at.fault("CdtDbtInd must be CRDT or DBIT"));
            case "RmtInf/Ustrd" -> appendMemo(at, text);
            case "Refs/AcctSvcrRef", "Refs/EndToEndId", "Refs/TxId", "Refs/InstrId",
                    "RmtInf/Strd/CdtrRefInf/Ref", "RltdPties/Dbtr/Nm", "RltdPties/Dbtr/Pty/Nm",
                    "RltdPties/DbtrAcct/Id/Othr/Id", "RltdPties/DbtrAcct/Id/IBAN" ->
                pathToText.putIfAbsent(path, text);
            default -> { }
        }
    }

    /** Null where it tells none. */
    @Nullable Long amountVnd() {
        return amountVnd != null ? amountVnd : detailedAmountVnd;
    }

    /** Null where it is the entry's. */
    @Nullable Direction direction() {
        return direction;
    }

    @Nullable String trace() {
        return CamtValues.provided(pathToText.get("Refs/AcctSvcrRef"));
    }

    /** The id between banks, else the one the payer's bank gave. */
    @Nullable String txId() {
        String txId = CamtValues.provided(pathToText.get("Refs/TxId"));
        return txId != null ? txId : CamtValues.provided(pathToText.get("Refs/InstrId"));
    }

    @Nullable String payerReference() {
        String structured = CamtValues.provided(pathToText.get("RmtInf/Strd/CdtrRefInf/Ref"));
        return structured != null ? structured : CamtValues.provided(pathToText.get("Refs/EndToEndId"));
    }

    Payer payer() {
        return new Payer(first("RltdPties/Dbtr/Nm", "RltdPties/Dbtr/Pty/Nm"),
                first("RltdPties/DbtrAcct/Id/Othr/Id", "RltdPties/DbtrAcct/Id/IBAN"));
    }

    /** All Ustrd joined without separator: banks cut a text at fixed widths, also inside our code. */
    String memo() {
        return memo.toString();
    }

    private @Nullable String first(String path, String other) {
        String text = CamtValues.provided(pathToText.get(path));
        return text != null ? text : CamtValues.provided(pathToText.get(other));
    }

    private void appendMemo(XmlCursor at, String text) throws StatementUnreadableException {
        if (memo.length() + text.length() > MEMO_LENGTH_MAX) {
            throw at.fault("remittance information is longer than " + MEMO_LENGTH_MAX + " characters");
        }
        memo.append(text);
    }
}
