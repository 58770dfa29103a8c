package vn.phopay.web.code;

import java.util.Optional;
import vn.phopay.printing.PrintBatch;
import vn.phopay.web.Form;

/** Small whole numbers in forms. */
final class Numbers {
    private Numbers() {}

    static Optional<Integer> copies(Form form) {
        return between(form, "copies", new Range(1, PrintBatch.Paper.COPIES_MAX, "code.copies.range"));
    }

    /** From where to where, and the message for everything else; its first place is the end. */
    record Range(int from, int to, String key) {}

    static Optional<Integer> between(Form form, String name, Range range) {
        String typed = form.typed(name).strip();
        Optional<Integer> number = Optional.of(typed).filter(text -> text.matches("[0-9]{1,4}")).map(Integer::valueOf)
                .filter(value -> value >= range.from() && value <= range.to());
        if (number.isEmpty()) {
            form.fail(name, range.key(), range.to());
        }
        return number;
    }
}
