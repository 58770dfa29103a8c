package vn.phopay.statement;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.phopay.statement.StatementHead.Kind;

/**
 * Reads ISO 20022 camt.053 and camt.054, versions 02 to 13, by local names: the namespace and its version are ignored.
 *
 * <p>An entry with transaction details is as many lines as it has transactions, provided that these add up to it.
 * Whether they do is only known at its end, and a day may stand in one entry; so a first reading collects the entries
 * that do not ({@link #undivided}), and the readings after it give such an entry as one line.
 */
final class CamtReader implements StatementReader {
    private static final String ROOT = "Document";
    /** A file with more entries that contradict themselves is broken as a whole. */
    private static final int UNDIVIDED_MAX = 1_000;

    private final XmlCursor xml;
    private final Set<Long> undivided;
    private final Queue<StatementPart> ready = new ArrayDeque<>();
    private @Nullable Kind kind;
    private @Nullable CamtStatement statement;
    private @Nullable CamtEntryLines entry;
    private long entries;
    private boolean any;

    /** Reads {@code file}; {@code undivided} is added to, and obeyed where it holds the number of an entry. */
    CamtReader(InputStream file, Set<Long> undivided) throws StatementUnreadableException {
        this.xml = new XmlCursor(file);
        this.undivided = undivided;
    }

    @Override
    public @Nullable StatementPart next() throws StatementUnreadableException {
        while (ready.isEmpty()) {
            if (!xml.next()) {
                if (!any) {
                    throw xml.fault("the document holds no statement (Stmt) and no notification (Ntfctn)");
                }
                return null;
            }
            if (entry != null) {
                inEntry(entry);
            } else if (statement != null) {
                inStatement(statement);
            } else if (xml.isStart()) {
                outside();
            }
        }
        return ready.poll();
    }

    @Override
    public void close() {
        xml.close();
    }

    private void outside() throws StatementUnreadableException {
        switch (xml.depth()) {
            case 1 -> {
                if (!ROOT.equals(xml.name())) {
                    throw xml.fault("the root must be Document of ISO 20022 camt.053 or camt.054");
                }
            }
            case 2 -> kind = switch (xml.name()) {
                case "BkToCstmrStmt" -> Kind.CAMT053;
                case "BkToCstmrDbtCdtNtfctn" -> Kind.CAMT054;
                default -> throw xml.fault("Document must hold BkToCstmrStmt (camt.053) or"
                        + " BkToCstmrDbtCdtNtfctn (camt.054)");
            };
            default -> beginOrSkip();
        }
    }

    private void beginOrSkip() throws StatementUnreadableException {
        boolean begins = kind == Kind.CAMT053 ? "Stmt".equals(xml.name()) : "Ntfctn".equals(xml.name());
        if (begins && kind != null) {
            statement = new CamtStatement(xml, kind);
            any = true;
        } else {
            xml.skip();
        }
    }

    private void inStatement(CamtStatement current) throws StatementUnreadableException {
        if (!xml.isStart()) {
            current.begin().ifPresent(ready::add);
            ready.add(current.end());
            statement = null;
            xml.progress();
        } else if ("Ntry".equals(xml.name())) {
            current.begin().ifPresent(ready::add);
            entries++;
            entry = new CamtEntryLines(xml, current, undivided.contains(entries));
        } else {
            current.take();
            xml.progress();
        }
    }

    private void inEntry(CamtEntryLines current) throws StatementUnreadableException {
        if (!current.take(ready::add)) {
            if (!current.addsUp()) {
                addUndivided();
            }
            entry = null;
            xml.progress();
        }
    }

    private void addUndivided() throws StatementUnreadableException {
        undivided.add(entries);
        if (undivided.size() > UNDIVIDED_MAX) {
            throw xml.fault("the transactions of more than " + UNDIVIDED_MAX + " entries do not add up to them");
        }
    }
}
