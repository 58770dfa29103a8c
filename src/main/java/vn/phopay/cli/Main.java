package vn.phopay.cli;

/** The entry point of {@code phopay.jar}. */
public final class Main {
    private Main() {}

    /** Prints the version it runs on. */
    public static void main(String[] args) {
        System.out.println("phopay on Java " + Runtime.version());
    }
}
