package vn.phopay.statement;

import org.jspecify.annotations.Nullable;

/** Reads a statement file piece by piece in bounded memory, whatever its size; blocks on its file. One thread's. */
public interface StatementReader extends AutoCloseable {
    /**
     * The next piece, or null after the last one.
     *
     * @throws StatementUnreadableException where the file is not what it should be, or breaks a limit
     */
    @Nullable StatementPart next() throws StatementUnreadableException;

    @Override
    void close();
}
