package vn.phopay.web.code;

import java.util.List;
import java.util.Optional;
import vn.phopay.issuing.RevokeQrCode;
import vn.phopay.merchant.CleanText;
import vn.phopay.web.Form;
import vn.phopay.web.View;

/** Why a code or a batch is taken back: one of a few reasons to choose from, and a word of one's own. */
public final class Why {
    /** What may be chosen; {@code code.why.NAME} says it. */
    public static final List<String> REASONS = List.of("pasted", "lost", "worn", "wrong", "other");

    private static final int NOTE_LENGTH_MAX = 200;

    private Why() {}

    /** The reason in the words of the page; faults stand in {@code form}. */
    static String read(Form form, View view) {
        String reason = form.typed("reason");
        if (!REASONS.contains(reason)) {
            form.fail("reason", "code.why.missing");
        }
        Optional<String> note = form.optional("note", NOTE_LENGTH_MAX);
        if (note.isPresent() && note.flatMap(CleanText.upTo(NOTE_LENGTH_MAX)).isEmpty()) {
            form.fail("note", "form.unreadable");
        }
        if (!form.isGood()) {
            return "";
        }
        String text = view.text("code.why." + reason) + note.map(own -> ": " + own).orElse("");
        return text.substring(0, Math.min(text.length(), RevokeQrCode.REASON_LENGTH_MAX));
    }
}
