package vn.phopay.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.prowidesoftware.swift.model.mx.AbstractMX;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds our reader against Prowide's model of ISO 20022, over generated statements of every version that it knows. */
class ProwideOracleTest {
    private static final long SEED = 20_261_122;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13})
    void readersShouldAgreeOnStatements(int version) throws Exception {
        String text = generate(CamtText.day(version), new Random(SEED + version));
        JsonArray statements = model(text).getJsonObject("bkToCstmrStmt").getJsonArray("stmt");
        assertEquals(lines(statements), ours(text), "version " + version + ", seed " + SEED);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13})
    void readersShouldAgreeOnNotifications(int version) throws Exception {
        String text = generate(CamtText.notice(version), new Random(SEED - version));
        JsonArray notifications = model(text).getJsonObject("bkToCstmrDbtCdtNtfctn").getJsonArray("ntfctn");
        assertEquals(lines(notifications), ours(text), "version " + version + ", seed " + SEED);
    }

    private static String generate(CamtText camt, Random random) {
        for (int s = 0; s < 3; s++) {
            String[] entries = new String[40];
            for (int e = 0; e < entries.length; e++) {
                entries[e] = entry(camt, random, "FT" + s + "-" + e);
            }
            camt.statement("S" + s, s + 1, "10" + s, random.nextLong(-9_000, 9_000), 77L, entries);
        }
        return camt.text();
    }

    private static String entry(CamtText camt, Random random, String reference) {
        String status = random.nextInt(5) == 0 ? "PDNG" : "BOOK";
        long first = random.nextLong(1, 9_999_999);
        long second = random.nextLong(1, 9_999_999);
        return switch (random.nextInt(3)) {
            case 0 -> camt.entry(reference, first, random.nextBoolean() ? "CRDT" : "DBIT", status, "");
            case 1 -> camt.entry(reference, first, "CRDT", status,
                    camt.transaction(reference, first, "TRẦN THỊ &amp; B", "memo " + first, "x".repeat(140)));
            default -> camt.entry(reference, first + second, "CRDT", status,
                    camt.transaction(reference + "A", first, "A", "m")
                            + camt.transaction(reference + "B", second, null));
        };
    }

    private static JsonObject model(String text) {
        AbstractMX message = AbstractMX.parse(text);
        assertNotNull(message, "Prowide knows this version");
        return new JsonObject(message.toJson());
    }

    private static List<String> ours(String text) throws StatementUnreadableException {
        List<String> lines = new ArrayList<>();
        String head = "";
        for (StatementPart part : Reading.camt(text).parts()) {
            switch (part) {
                case StatementPart.Begun begun -> head = begun.head().reference() + ' ' + begun.head().sequence() + ' '
                        + begun.head().accountNumber();
                case StatementPart.Told told -> lines.add(head + ' ' + told.line().bankTrace() + ' '
                        + told.line().amountVnd() + ' ' + told.line().direction() + ' ' + told.line().payer().name()
                        + ' ' + told.line().payer().account() + ' ' + told.line().memo());
                case StatementPart.Ended ended ->
                    lines.add(head + " opens " + ended.openingVnd() + " closes " + ended.closingVnd());
            }
        }
        return lines;
    }

    private static List<String> lines(JsonArray statements) {
        List<String> lines = new ArrayList<>();
        for (int s = 0; s < statements.size(); s++) {
            JsonObject statement = statements.getJsonObject(s);
            JsonObject account = statement.getJsonObject("acct").getJsonObject("id").getJsonObject("othr");
            String head = statement.getString("id") + ' ' + number(statement.getValue("elctrncSeqNb")) + ' '
                    + account.getString("id");
            for (Object entry : statement.getJsonArray("ntry")) {
                addLines((JsonObject) entry, head, lines);
            }
            lines.add(head + " opens " + balance(statement, 0) + " closes " + balance(statement, 1));
        }
        return lines;
    }

    private static void addLines(JsonObject entry, String head, List<String> lines) {
        Object status = entry.getValue("sts");
        String code = status instanceof JsonObject nested ? nested.getString("cd") : (String) status;
        if (!"BOOK".equals(code)) {
            return;
        }
        String direction = "CRDT".equals(entry.getString("cdtDbtInd")) ? "CREDIT" : "DEBIT";
        JsonArray details = entry.getJsonArray("ntryDtls", new JsonArray());
        if (details.isEmpty()) {
            lines.add(head + ' ' + entry.getString("acctSvcrRef") + ' ' + amount(entry.getJsonObject("amt")) + ' '
                    + direction + " null null ");
            return;
        }
        for (Object item : details.getJsonObject(0).getJsonArray("txDtls")) {
            JsonObject transaction = (JsonObject) item;
            JsonObject amount = transaction.containsKey("amt")
                    ? transaction.getJsonObject("amt")
                    : transaction.getJsonObject("amtDtls").getJsonObject("txAmt").getJsonObject("amt");
            lines.add(head + ' ' + transaction.getJsonObject("refs").getString("acctSvcrRef") + ' ' + amount(amount)
                    + ' ' + direction + ' ' + payer(transaction) + ' ' + memo(transaction));
        }
    }

    private static String payer(JsonObject transaction) {
        JsonObject parties = transaction.getJsonObject("rltdPties");
        if (parties == null) {
            return "null null";
        }
        JsonObject debtor = parties.getJsonObject("dbtr");
        String name = debtor.containsKey("pty") ? debtor.getJsonObject("pty").getString("nm") : debtor.getString("nm");
        return name + ' ' + parties.getJsonObject("dbtrAcct").getJsonObject("id").getJsonObject("othr").getString("id");
    }

    private static String memo(JsonObject transaction) {
        JsonObject remittance = transaction.getJsonObject("rmtInf");
        StringBuilder memo = new StringBuilder();
        if (remittance != null) {
            remittance.getJsonArray("ustrd").forEach(memo::append);
        }
        return memo.toString();
    }

    private static String balance(JsonObject statement, int index) {
        JsonArray balances = statement.getJsonArray("bal");
        if (balances == null) {
            return "null";
        }
        JsonObject balance = balances.getJsonObject(index);
        String amount = amount(balance.getJsonObject("amt"));
        return "DBIT".equals(balance.getString("cdtDbtInd")) && !"0".equals(amount) ? "-" + amount : amount;
    }

    private static String amount(JsonObject amount) {
        return number(amount.getValue("value"));
    }

    private static String number(Object value) {
        return Long.toString(((Number) value).longValue());
    }
}
