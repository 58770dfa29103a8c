package vn.phopay.statement;

import java.util.ArrayList;
import java.util.List;

/** Writes camt.053 and camt.054 of any version by its own reading of ISO 20022, sharing no code with the reader. */
public final class CamtText {
    private final int version;
    private final boolean notice;
    private final List<String> statements = new ArrayList<>();

    private CamtText(int version, boolean notice) {
        this.version = version;
        this.notice = notice;
    }

    /** A statement of the day. */
    public static CamtText day(int version) {
        return new CamtText(version, false);
    }

    /** A notification. */
    public static CamtText notice(int version) {
        return new CamtText(version, true);
    }

    /** Adds a statement; balances may be null. */
    public CamtText statement(String id, long sequence, String account, Long opening, Long closing, String... entries) {
        String balances = notice ? "" : balance("OPBD", opening) + balance("CLBD", closing);
        statements.add("<Id>" + id + "</Id><ElctrncSeqNb>" + sequence + "</ElctrncSeqNb>"
                + "<CreDtTm>2026-11-23T01:00:00+07:00</CreDtTm>"
                + "<FrToDt><FrDtTm>2026-11-22T00:00:00+07:00</FrDtTm>"
                + "<ToDtTm>2026-11-22T23:59:59+07:00</ToDtTm></FrToDt>"
                + "<Acct><Id><Othr><Id>" + account + "</Id></Othr></Id><Ccy>VND</Ccy></Acct>"
                + balances + String.join("\n", entries));
        return this;
    }

    private String balance(String code, Long amountVnd) {
        return amountVnd == null ? "" : "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp>"
                + "<Amt Ccy=\"VND\">" + Math.abs(amountVnd) + "</Amt><CdtDbtInd>" + (amountVnd < 0 ? "DBIT" : "CRDT")
                + "</CdtDbtInd><Dt><Dt>2026-11-22</Dt></Dt></Bal>";
    }

    /** An entry without transaction details. */
    public String entry(String reference, long amountVnd, String direction) {
        return entry(reference, amountVnd, direction, "BOOK", "");
    }

    /** An entry of any status with details. */
    public String entry(String reference, long amountVnd, String direction, String status, String details) {
        String sts = version >= 7 ? "<Sts><Cd>" + status + "</Cd></Sts>" : "<Sts>" + status + "</Sts>";
        return "<Ntry><NtryRef>1</NtryRef><Amt Ccy=\"VND\">" + amountVnd + "</Amt><CdtDbtInd>" + direction
                + "</CdtDbtInd>" + sts + "<BookgDt><DtTm>2026-11-22T09:15:00+07:00</DtTm></BookgDt>"
                + (reference == null ? "" : "<AcctSvcrRef>" + reference + "</AcctSvcrRef>")
                + "<BkTxCd><Prtry><Cd>TRF</Cd></Prtry></BkTxCd>"
                + (details.isEmpty() ? "" : "<NtryDtls>" + details + "</NtryDtls>") + "</Ntry>";
    }

    /** One transaction of an entry; each may be null but the amount. */
    public String transaction(String reference, Long amountVnd, String payer, String... memo) {
        String name = payer == null ? "" : "<RltdPties><Dbtr>" + (version >= 7 ? "<Pty><Nm>" : "<Nm>") + payer
                + (version >= 7 ? "</Nm></Pty>" : "</Nm>") + "</Dbtr><DbtrAcct><Id><Othr><Id>9000" + payer.length()
                + "</Id></Othr></Id></DbtrAcct></RltdPties>";
        String refs = "<Refs>" + (reference == null ? "" : "<AcctSvcrRef>" + reference + "</AcctSvcrRef>")
                + "<EndToEndId>NOTPROVIDED</EndToEndId>" + (reference == null ? "" : "<TxId>TX" + reference + "</TxId>")
                + "</Refs>";
        boolean plain = version >= 4;
        String amount = amountVnd == null ? "" : plain
                ? "<Amt Ccy=\"VND\">" + amountVnd + "</Amt><CdtDbtInd>CRDT</CdtDbtInd>"
                : "<AmtDtls><TxAmt><Amt Ccy=\"VND\">" + amountVnd + "</Amt></TxAmt></AmtDtls>";
        String remittance = memo.length == 0 ? ""
                : "<RmtInf><Ustrd>" + String.join("</Ustrd><Ustrd>", memo) + "</Ustrd></RmtInf>";
        return "<TxDtls>" + refs + amount + name + remittance + "</TxDtls>";
    }

    /** The document. */
    public String text() {
        String message = notice ? "BkToCstmrDbtCdtNtfctn" : "BkToCstmrStmt";
        String item = notice ? "Ntfctn" : "Stmt";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt."
                + (notice ? "054" : "053") + ".001." + (version < 10 ? "0" : "") + version + "\"><" + message
                + "><GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-23T01:00:00+07:00</CreDtTm></GrpHdr><" + item + ">"
                + String.join("</" + item + ">\n<" + item + ">", statements) + "</" + item + "></" + message
                + "></Document>\n";
    }
}
