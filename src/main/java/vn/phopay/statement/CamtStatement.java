package vn.phopay.statement;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.statement.StatementHead.Kind;

/** One {@code Stmt} or {@code Ntfctn} while it is read: all but its entries. */
final class CamtStatement {
    private static final int ID_LENGTH_MAX = 100;
    private static final String ACCOUNT = "[A-Za-z0-9]{1,34}";

    private final XmlCursor xml;
    private final Kind kind;
    private @Nullable String id;
    private @Nullable String account;
    private @Nullable Long sequence;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private String page = "";
    private @Nullable Long openingVnd;
    private @Nullable Long previousClosingVnd;
    private @Nullable Long closingVnd;
    private boolean begun;
    private long lines;

    CamtStatement(XmlCursor xml, Kind kind) {
        this.xml = xml;
        this.kind = kind;
    }

    /** Reads the child element that starts here. */
    void take() throws StatementUnreadableException {
        String name = xml.name();
        switch (name) {
            case "Bal" -> takeBalance();
            case "Id", "ElctrncSeqNb", "StmtPgntn", "NtfctnPgntn", "FrToDt", "Acct" ->
                xml.walk((path, currency, text) -> takeHead(path.isEmpty() ? name : name + '/' + path, text));
            default -> xml.skip();
        }
    }

    /** The head, before the first entry; empty at every later call. */
    Optional<StatementPart> begin() throws StatementUnreadableException {
        if (begun) {
            return Optional.empty();
        }
        begun = true;
        if (id == null || id.isEmpty() || id.length() > ID_LENGTH_MAX) {
            throw xml.fault("a statement needs an Id of 1 to " + ID_LENGTH_MAX + " characters before its entries");
        }
        if (account == null || !account.matches(ACCOUNT)) {
            throw xml.fault("a statement needs its account (Acct/Id/Othr/Id or IBAN) before its entries");
        }
        return Optional.of(new StatementPart.Begun(
                new StatementHead(kind, id + page, account, sequence, from, to == null ? from : to)));
    }

    /** The end, with balances where they were told. */
    StatementPart end() {
        return new StatementPart.Ended(openingVnd != null ? openingVnd : previousClosingVnd, closingVnd);
    }

    long nextLine() {
        return ++lines;
    }

    private void takeHead(String path, String text) throws StatementUnreadableException {
        switch (path) {
            case "Id" -> id = text;
            case "ElctrncSeqNb" -> sequence = CamtValues.wholeNumber(text)
                    .orElseThrow(() -> xml.fault("ElctrncSeqNb must be a number"));
            // A statement of several pages repeats its Id; each page has entries of its own.
            case "StmtPgntn/PgNb", "NtfctnPgntn/PgNb" -> page = "1".equals(text) ? "" : '#' + text;
            case "FrToDt/FrDt", "FrToDt/FrDtTm" -> from = readDate(text);
            case "FrToDt/ToDt", "FrToDt/ToDtTm" -> to = readDate(text);
            case "Acct/Id/Othr/Id", "Acct/Id/IBAN" -> account = text;
            case "Acct/Ccy" -> CamtAmounts.checkCurrency(xml, text);
            default -> { }
        }
    }

    private void takeBalance() throws StatementUnreadableException {
        Balance balance = new Balance();
        xml.walk((path, currency, text) -> {
            switch (path) {
                case "Tp/CdOrPrtry/Cd" -> balance.code = text;
                case "Amt" -> {
                    CamtAmounts.checkCurrency(xml, currency);
                    balance.amountVnd = CamtValues.wholeNumber(text)
                            .orElseThrow(() -> xml.fault("a balance must be whole đồng of at most 15 digits"));
                }
                case "CdtDbtInd" -> balance.debit = CamtValues.direction(text)
                        .orElseThrow(() -> xml.fault("CdtDbtInd must be CRDT or DBIT")) == Direction.DEBIT;
                default -> { }
            }
        });
        long signedVnd = balance.debit ? -balance.amountVnd : balance.amountVnd;
        switch (balance.code) {
            case "OPBD" -> openingVnd = signedVnd;
            // Some banks carry the last closing balance over instead of telling an opening one: it is the same.
            case "PRCD" -> previousClosingVnd = signedVnd;
            case "CLBD" -> closingVnd = signedVnd;
            default -> { }
        }
    }

    private LocalDate readDate(String text) throws StatementUnreadableException {
        return CamtValues.date(text).orElseThrow(() -> xml.fault("a date of 2000 to 2199 was expected"));
    }

    private static final class Balance {
        private String code = "";
        private long amountVnd;
        private boolean debit;
    }
}
