package vn.phopay.testing;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium of its own, with a profile of its own that is thrown away; an optional tool. */
public final class Browser implements AutoCloseable {
    private static final String LISTENING = "DevTools listening on ";
    private static final List<String> FLAGS = List.of(
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage", "--hide-scrollbars", "--remote-debugging-port=0", "about:blank");
    private static final long EXIT_SECONDS = 20;

    private final Path profile;
    private final Process process;
    private final DevTools tools;

    private Browser(Path profile, Process process, URI address) {
        this.profile = profile;
        this.process = process;
        this.tools = new DevTools(address);
    }

    /** Starts the system's {@code chromium}; where there is none the test is aborted, or fails if it is required. */
    public static Browser launch() {
        Path program = OptionalTool.require("chromium");
        try {
            Path profile = Files.createTempDirectory("phopay-browser");
            Process process = new ProcessBuilder(
                            Stream.concat(Stream.of(program.toString(), "--user-data-dir=" + profile), FLAGS.stream())
                                    .toList())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Browser(profile, process, address(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page that shows {@code address}, loaded, in a window of this size. */
    public BrowserPage open(URI address, int width, int height) {
        String target = tools.call("", "Target.createTarget", new JsonObject().put("url", "about:blank"))
                .getString("targetId");
        String session = tools.call(
                        "", "Target.attachToTarget", new JsonObject().put("targetId", target).put("flatten", true))
                .getString("sessionId");
        BrowserPage page = new BrowserPage(tools, session, width, height);
        page.navigate(address);
        return page;
    }

    private static URI address(Process process) throws IOException {
        BufferedReader messages = process.errorReader(StandardCharsets.UTF_8);
        for (String line = messages.readLine(); line != null; line = messages.readLine()) {
            if (line.startsWith(LISTENING)) {
                // Somebody must read on, or the browser blocks on a full pipe.
                Thread.ofPlatform().daemon().name("browser-messages").start(() -> messages.lines().forEach(l -> {}));
                return URI.create(line.substring(LISTENING.length()).strip());
            }
        }
        throw new IllegalStateException("the browser ended before it listened");
    }

    @Override
    public void close() {
        tools.close();
        process.destroy();
        try {
            if (!process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            delete(profile);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Children of the browser may still be writing into the profile; what they leave is the temp directory's. */
    private static void delete(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            directory.toFile().deleteOnExit();
        }
    }
}
