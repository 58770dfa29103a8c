package vn.phopay.simulator;

/** The demo must not be mixed into a database that holds real merchants. */
public final class DemoRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what to do instead. */
    public DemoRefusedException() {
        super("--demo refused: this database holds merchants and was never a demo's;"
                + " give the demo a database or PHOPAY_DATA_DIR of its own");
    }
}
