package vn.phopay.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The streams of a command: answers go to {@code out} as UTF-8 lines, messages for people to {@code err}. */
record Console(InputStream in, PrintStream out, PrintStream err) {
    static Console system() {
        return new Console(System.in, System.out, System.err);
    }

    /** Writes one line at once, in UTF-8 whatever the locale, so that a script may feed and read line by line. */
    void answer(String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        if (out.checkError()) {
            throw new IOException("cannot write the answer");
        }
    }

    /** Writes one message for a person. */
    void tell(String message) {
        err.println(message);
    }
}
