package vn.phopay.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Sends requests over kept connections from one thread: either the next one as soon as the last is answered, or at a
 * steady rate whatever the answers. It shares the machine with what it measures, so it does as little as it can.
 */
final class LoadGenerator {
    private static final Duration DRAIN_MAX = Duration.ofSeconds(20);

    private final int port;
    private final int connections;
    private final CallbackSource source;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final List<Long> latencyNanos = new ArrayList<>();
    private long ratePerSecond;
    private long startedNanos;
    private long sent;
    private long ok;
    private long failed;
    private int inFlight;

    LoadGenerator(int port, int connections, CallbackSource source) {
        this.port = port;
        this.connections = connections;
        this.source = source;
    }

    /** What came of a run: transactions answered by 200, calls that were not, and latencies in milliseconds. */
    record Result(long acknowledged, long perSecond, long failedCalls, double p50Ms, double p99Ms) {}

    /** As fast as the answers come. */
    Result flood(Duration duration) throws IOException {
        return run(duration, 0);
    }

    /** At {@code ratePerSecond} calls; latencies count from the moment each was due. */
    Result pace(Duration duration, long callsPerSecond) throws IOException {
        return run(duration, callsPerSecond);
    }

    private Result run(Duration duration, long callsPerSecond) throws IOException {
        ratePerSecond = callsPerSecond;
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                idle.add(connect(selector));
            }
            startedNanos = System.nanoTime();
            long end = startedNanos + duration.toNanos();
            while (System.nanoTime() < end) {
                sendDue();
                turn(selector);
            }
            double seconds = (System.nanoTime() - startedNanos) / 1e9;
            long inTime = ok;
            drain(selector);
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            return result(inTime, seconds);
        }
    }

    private void drain(Selector selector) throws IOException {
        long giveUp = System.nanoTime() + DRAIN_MAX.toNanos();
        while (inFlight > 0 && System.nanoTime() < giveUp) {
            turn(selector);
        }
        failed += inFlight;
    }

    private Connection connect(Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        Connection connection = new Connection(channel);
        channel.register(selector, SelectionKey.OP_READ, connection);
        return connection;
    }

    private void sendDue() throws IOException {
        long now = System.nanoTime();
        while (!idle.isEmpty()) {
            long due = ratePerSecond == 0 ? now : startedNanos + sent * 1_000_000_000L / ratePerSecond;
            if (due > now) {
                return;
            }
            sent++;
            inFlight++;
            idle.poll().send(source.next(), due);
        }
    }

    private void turn(Selector selector) throws IOException {
        selector.select(this::answered, 1);
    }

    private void answered(SelectionKey key) {
        Connection connection = (Connection) key.attachment();
        try {
            if (connection.readAnswer()) {
                inFlight--;
                latencyNanos.add(System.nanoTime() - connection.dueNanos);
                ok += connection.isOk ? 1 : 0;
                failed += connection.isOk ? 0 : 1;
                idle.add(connection);
            }
        } catch (IOException lost) {
            key.cancel();
            inFlight--;
            failed++;
        }
    }

    private Result result(long inTime, double seconds) {
        long[] sorted = latencyNanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return new Result(ok * source.batch(), Math.round(inTime * source.batch() / seconds), failed,
                at(sorted, 0.50), at(sorted, 0.99));
    }

    private static double at(long[] sorted, double share) {
        int index = (int) Math.min(sorted.length - 1L, (long) (sorted.length * share));
        return sorted.length == 0 ? 0 : sorted[index] / 1e6;
    }

    /** One kept connection with at most one request under way. */
    private static final class Connection {
        private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        private static final int OK_DIGITS_AT = 9;

        private final SocketChannel channel;
        private ByteBuffer in = ByteBuffer.allocate(32_768);
        private int total = -1;
        private long dueNanos;
        private boolean isOk;

        Connection(SocketChannel channel) {
            this.channel = channel;
        }

        /** Requests fit the socket's buffer unless the server has stopped reading; then this waits for it. */
        void send(ByteBuffer request, long due) throws IOException {
            dueNanos = due;
            in.clear();
            total = -1;
            while (request.hasRemaining()) {
                channel.write(request);
            }
        }

        /** Whether the answer is complete. */
        boolean readAnswer() throws IOException {
            if (channel.read(in) < 0) {
                throw new IOException("closed by the server");
            }
            if (total < 0) {
                readHead();
            }
            return total >= 0 && in.position() >= total;
        }

        private void readHead() {
            int end = indexOfEnd();
            if (end < 0) {
                return;
            }
            String head = new String(in.array(), 0, end, StandardCharsets.US_ASCII);
            isOk = head.startsWith("200", OK_DIGITS_AT);
            int at = head.indexOf("content-length: ") + "content-length: ".length();
            int stop = head.indexOf('\r', at);
            String length = head.substring(at, stop < 0 ? head.length() : stop);
            total = end + END_OF_HEAD.length + Integer.parseInt(length);
            if (total > in.capacity()) {
                in = ByteBuffer.allocate(total).put(in.flip());
            }
        }

        private int indexOfEnd() {
            byte[] bytes = in.array();
            for (int i = 0; i + END_OF_HEAD.length <= in.position(); i++) {
                if (bytes[i] == '\r' && Arrays.equals(bytes, i, i + END_OF_HEAD.length, END_OF_HEAD, 0, 4)) {
                    return i;
                }
            }
            return -1;
        }
    }
}
