package vn.phopay.cli;

/** What the process tells its caller. */
final class ExitCode {
    /** The work is done; a verdict is an answer, whatever it says. */
    static final int DONE = 0;
    /** The work failed. */
    static final int FAILED = 1;
    /** Wrong use: an unknown option or a value of the wrong form. */
    static final int WRONG_USE = 2;

    static final String HEADING = "%nExit codes:%n";
    static final String DONE_TEXT = "0:done (a verdict is an answer, whatever it says)";
    static final String FAILED_TEXT = "1:the work failed";
    static final String WRONG_USE_TEXT = "2:wrong use";

    private ExitCode() {
    }
}
