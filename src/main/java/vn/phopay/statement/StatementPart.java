package vn.phopay.statement;

import org.jspecify.annotations.Nullable;

/** A piece of a statement file, in the order in which they stand there. */
public sealed interface StatementPart {
    /** The lines that follow belong to this statement; in a CSV file a head comes wherever the account changes. */
    record Begun(StatementHead head) implements StatementPart {}

    /** One movement of the statement begun last. */
    record Told(StatementLine line) implements StatementPart {}

    /** The statement begun last is complete; balances in đồng, negative where the account is overdrawn. */
    record Ended(@Nullable Long openingVnd, @Nullable Long closingVnd) implements StatementPart {}
}
