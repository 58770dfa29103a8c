package vn.phopay.cli;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.function.Function;

/** Answers every line of standard input with one line of JSON; only broken streams end it early. */
final class LineJob {
    private LineJob() {
    }

    /** Returns the exit code: 0 when every line had its answer. */
    static int run(Console console, Function<String, JsonObject> answerer) {
        return run(console, new LineReader(console.in()), answerer);
    }

    /** As {@link #run(Console, Function)}, with lines from {@code lines}. */
    static int run(Console console, LineReader lines, Function<String, JsonObject> answerer) {
        try {
            String line = lines.next();
            while (line != null) {
                console.answer(answerer.apply(line).encode());
                line = lines.next();
            }
            return ExitCode.DONE;
        } catch (IOException e) {
            console.tell("input or output failed: " + e.getMessage());
            return ExitCode.FAILED;
        }
    }
}
