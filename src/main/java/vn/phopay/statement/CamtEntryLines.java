package vn.phopay.statement;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.statement.StatementLine.Payer;

/**
 * Turns one {@code Ntry} into lines: its transactions, or itself where it has none. A transaction waits for its
 * successor, because only one of several must add its number to the entry's reference to be told from the others.
 */
final class CamtEntryLines {
    /** Far above what any entry may say, far below what a long holds. */
    private static final long SUM_VND_MAX = Long.MAX_VALUE / 2;

    private final XmlCursor xml;
    private final CamtStatement statement;
    private final boolean undivided;
    private final int depth;
    private final CamtEntry entry = new CamtEntry();
    private @Nullable CamtTransaction waiting;
    private int transactions;
    private long signedSumVnd;
    private boolean amountMissing;

    /** An entry that starts here; {@code undivided} says that it is one line whatever transactions it lists. */
    CamtEntryLines(XmlCursor xml, CamtStatement statement, boolean undivided) {
        this.xml = xml;
        this.statement = statement;
        this.undivided = undivided;
        this.depth = xml.depth();
    }

    /** Takes what starts or ends here; false where that was the end of the entry. */
    boolean take(Consumer<StatementPart> lines) throws StatementUnreadableException {
        if (!xml.isStart()) {
            boolean ended = xml.depth() < depth;
            if (ended) {
                end(lines);
            }
            return !ended;
        }
        String name = xml.name();
        if ("NtryDtls".equals(name)) {
            entry.check(xml);
        } else if ("TxDtls".equals(name)) {
            takeTransaction(lines);
        } else {
            xml.walk((path, currency, text) -> entry.take(xml, path.isEmpty() ? name : name + '/' + path, currency,
                    text));
        }
        return true;
    }

    /** Whether its transactions, if it has several, add up to it. */
    boolean addsUp() {
        if (transactions == 0 || !entry.isMoney()) {
            return true;
        }
        // The amount of the only transaction is the entry's where it tells none.
        return transactions == 1 && amountMissing || !amountMissing && signedSumVnd == signed(entry.amountVnd(), null);
    }

    private void takeTransaction(Consumer<StatementPart> lines) throws StatementUnreadableException {
        CamtTransaction transaction = new CamtTransaction();
        xml.walk((path, currency, text) -> transaction.take(xml, path, currency, text));
        xml.progress();
        transactions++;
        Long amountVnd = transaction.amountVnd();
        amountMissing |= amountVnd == null;
        signedSumVnd += amountVnd == null ? 0 : signed(amountVnd, transaction.direction());
        if (Math.abs(signedSumVnd) > SUM_VND_MAX) {
            throw xml.fault("the transactions of an entry add up to more than an entry can hold");
        }
        if (waiting != null) {
            tell(waiting, transactions - 1, lines);
        }
        waiting = transaction;
    }

    private void end(Consumer<StatementPart> lines) throws StatementUnreadableException {
        entry.check(xml);
        if (!entry.isMoney()) {
            return;
        }
        if (undivided || waiting == null) {
            lines.accept(new StatementPart.Told(new StatementLine(statement.nextLine(), entry.trace(), null,
                    entry.amountVnd(), entry.direction(), entry.reversal(), entry.booking(),
                    entry.furtherInformation(), null, Payer.UNKNOWN, null, undivided)));
        } else {
            tell(waiting, transactions == 1 ? 0 : transactions, lines);
        }
    }

    /** {@code number} counts the transactions of a batch from 1; 0 stands for an entry's only one. */
    private void tell(CamtTransaction transaction, int number, Consumer<StatementPart> lines) {
        Long toldVnd = transaction.amountVnd();
        long amountVnd = number == 0 && toldVnd == null ? entry.amountVnd() : toldVnd == null ? 0 : toldVnd;
        if (undivided || !entry.isMoney() || amountVnd == 0) {
            return;
        }
        Direction told = transaction.direction();
        String memo = transaction.memo().isEmpty() && number == 0 ? entry.furtherInformation() : transaction.memo();
        lines.accept(new StatementPart.Told(new StatementLine(statement.nextLine(), trace(transaction, number),
                transaction.txId(), amountVnd, told == null ? entry.direction() : told, entry.reversal(),
                entry.booking(), memo, transaction.payerReference(), transaction.payer(), null, false)));
    }

    private @Nullable String trace(CamtTransaction transaction, int number) {
        String own = transaction.trace();
        String whole = entry.trace();
        if (number == 0) {
            return own != null ? own : whole;
        }
        // The entry's reference repeated in each transaction names the batch, not the transaction.
        if (own != null && !own.equals(whole)) {
            return own;
        }
        return whole == null ? null : whole + '/' + number;
    }

    private long signed(long amountVnd, @Nullable Direction direction) {
        Direction effective = direction == null ? entry.direction() : direction;
        return effective == Direction.CREDIT ? amountVnd : -amountVnd;
    }
}
