package vn.phopay.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service in a JVM of its own, with its embedded database, to be killed. */
public final class ServiceProcess implements AutoCloseable {
    private static final Pattern SERVES = Pattern.compile("phopay serves \\S+ \\(port (\\d+)\\)");
    private static final long EXIT_TIMEOUT_SECONDS = 60;

    private final Process process;
    private final int port;

    private ServiceProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts {@code serve} on a free port with its data in {@code dataDir}, and waits until it says that it serves. */
    public static ServiceProcess start(Path dataDir, Map<String, String> settings) throws IOException {
        return start(dataDir, settings, 512);
    }

    /** As {@link #start(Path, Map)}, with at most {@code heapMib} MiB of heap. */
    public static ServiceProcess start(Path dataDir, Map<String, String> settings, int heapMib) throws IOException {
        Files.createDirectories(dataDir);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMib + "m", "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-cp", System.getProperty("java.class.path"), "vn.phopay.cli.Main", "serve"));
        Path log = dataDir.resolve("service.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PHOPAY_"));
        builder.environment().put("PHOPAY_DATA_DIR", dataDir.toString());
        builder.environment().put("PHOPAY_HTTP_PORT", "0");
        builder.environment().put("PHOPAY_ARGON2_MEMORY_KIB", "1024");
        builder.environment().put("PHOPAY_CALLBACK_WARM_UP_FLUSHES", "2");
        builder.environment().putAll(settings);
        Process process = builder.start();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher serves = SERVES.matcher(line);
            if (serves.find()) {
                return new ServiceProcess(process, Integer.parseInt(serves.group(1)));
            }
        }
        throw new IOException("the service did not start:\n" + Files.readString(log));
    }

    /** Where it listens on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** SIGKILL: no hook runs, nothing is flushed. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitExit();
    }

    /** Waits until it ends by itself, and gives the exit code. */
    public int awaitEnd() throws InterruptedException {
        awaitExit();
        return process.exitValue();
    }

    /** SIGTERM, and the exit code. */
    public int terminate() throws InterruptedException {
        process.destroy();
        awaitExit();
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            terminate();
        }
    }

    private void awaitExit() throws InterruptedException {
        if (!process.waitFor(EXIT_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the service did not end in time");
        }
    }
}
