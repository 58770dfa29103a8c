package vn.phopay.reconciliation;

import io.vertx.core.json.JsonObject;

/**
 * A trouble that went away by itself.
 *
 * @param kind the rule that had found it
 * @param fingerprint which one; its cases of every period close
 * @param because why it is gone
 * @param evidence what made it go, such as the statement line; kept with the case's last act
 */
public record Solved(CaseKind kind, String fingerprint, Because because, JsonObject evidence) {
    /** A defensive copy: evidence is frozen. */
    public Solved {
        evidence = evidence.copy();
    }

    /** Why a case closes without anybody's decision. Codes never change their meaning. */
    public enum Because {
        /** The line that was missing came with a later statement. */
        STATEMENT_LINE_CAME("The missing line came with a later statement."),
        /** The statement that was missing came. */
        STATEMENT_CAME("The missing statement came."),
        /** A corrected statement adds up. */
        STATEMENT_CORRECTED("A corrected statement adds up."),
        /** The payment that a reversal takes back came. */
        ORIGINAL_CAME("The payment that the reversal takes back came."),
        /** The credited account was registered and approved, so the money is its merchant's. */
        ACCOUNT_REGISTERED("The credited account was registered; the payment is its merchant's."),
        /** The bank took the money back. */
        REVERSED("The bank took the payment back."),
        /** Another fact shows that the two are one, or that they are two. */
        TOLD_APART("A later fact told the transfers apart.");

        private final String text;

        Because(String text) {
            this.text = text;
        }

        /** The reason in words for people. */
        public String text() {
            return text;
        }
    }
}
