package vn.phopay.statement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.phopay.statement.StatementPart.Begun;
import vn.phopay.statement.StatementPart.Ended;
import vn.phopay.statement.StatementPart.Told;

/** Reads a file a bounded number of lines at a time. Blocks on the file. */
final class ChunkReader implements AutoCloseable {
    /** Statements without a line must not gather without end either. */
    private static final int HEADS_MAX = 1_000;

    private final StatementReader reader;
    private @Nullable StatementHead head;
    private long lines;

    ChunkReader(StatementReader reader) {
        this.reader = reader;
    }

    /** A line and the statement it stands in. */
    record Item(StatementHead head, StatementLine line) {}

    /** A statement and its balances. */
    record End(StatementHead head, Ended ended) {}

    /** What was read; {@code last} says that nothing follows. */
    record Chunk(Set<StatementHead> heads, List<Item> items, List<End> ends, boolean last) {}

    /** Lines read so far. */
    long lines() {
        return lines;
    }

    /** Passes over the first {@code count} lines of the file and whatever stands before the last of them. */
    void skip(long count) throws StatementUnreadableException {
        while (lines < count) {
            StatementPart part = reader.next();
            if (part == null) {
                return;
            }
            if (part instanceof Begun begun) {
                head = begun.head();
            } else if (part instanceof Told) {
                lines++;
            }
        }
    }

    /** The next lines, at most {@code linesMax}. */
    Chunk next(int linesMax) throws StatementUnreadableException {
        Chunk chunk = new Chunk(new LinkedHashSet<>(), new ArrayList<>(linesMax), new ArrayList<>(), false);
        while (chunk.items().size() < linesMax && chunk.heads().size() < HEADS_MAX) {
            StatementPart part = reader.next();
            if (part == null) {
                return new Chunk(chunk.heads(), chunk.items(), chunk.ends(), true);
            }
            take(part, chunk);
        }
        return chunk;
    }

    private void take(StatementPart part, Chunk chunk) {
        switch (part) {
            case Begun begun -> {
                head = begun.head();
                chunk.heads().add(begun.head());
            }
            case Told told -> {
                lines++;
                chunk.heads().add(current());
                chunk.items().add(new Item(current(), told.line()));
            }
            case Ended ended -> {
                chunk.heads().add(current());
                chunk.ends().add(new End(current(), ended));
            }
        }
    }

    private StatementHead current() {
        if (head == null) {
            throw new IllegalStateException("a reader begins with a head");
        }
        return head;
    }

    @Override
    public void close() {
        reader.close();
    }
}
