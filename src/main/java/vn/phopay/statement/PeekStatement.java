package vn.phopay.statement;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;

/** Looks at the beginning of a file: is there a statement at all? Blocks on the file. */
public final class PeekStatement {
    private PeekStatement() {}

    /** Why the file is refused at once; empty where it begins as a statement, whatever may follow. */
    public static Optional<StatementUnreadableException> refusal(StatementFile file) throws IOException {
        try (StatementReader reader = file.open(new HashSet<>())) {
            reader.next();
            return Optional.empty();
        } catch (StatementUnreadableException refused) {
            return Optional.of(refused);
        }
    }
}
