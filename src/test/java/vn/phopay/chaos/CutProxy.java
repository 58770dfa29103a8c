package vn.phopay.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import vn.phopay.config.DatabaseUrl;

/**
 * A TCP proxy on 127.0.0.1 that can refuse, stand still, or swallow answers: it cuts the connection in the place of
 * handing an answer on.
 */
public final class CutProxy implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Socket> abandoned = ConcurrentHashMap.newKeySet();
    private final Object gate = new Object();
    private final AtomicLong swallowed = new AtomicLong();
    private volatile int targetPort;
    private volatile boolean refusing;
    private volatile boolean standing;
    private volatile Predicate<String> swallows = answer -> false;

    private CutProxy(int targetPort) throws IOException {
        this.targetPort = targetPort;
        this.listener = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
        threads.submit(this::listen);
    }

    /** A proxy that hands everything on to {@code targetPort} of this host, both ways. */
    public static CutProxy to(int targetPort) throws IOException {
        return new CutProxy(targetPort);
    }

    /** Where it listens. */
    public int port() {
        return listener.getLocalPort();
    }

    /** The setting, its name and its value, that lead a service through this proxy to the database {@code direct}. */
    List<String> inFrontOf(DatabaseUrl direct) {
        return List.of("PHOPAY_DATABASE_URL", new DatabaseUrl(direct.user(), direct.password(), "127.0.0.1", port(),
                direct.database(), "disable", null, null).toUrl());
    }

    /** From now on new connections go to another port. */
    void aim(int port) {
        targetPort = port;
    }

    /** Hands everything on again. */
    public void pass() {
        swallows = answer -> false;
        refusing = false;
        synchronized (gate) {
            standing = false;
            gate.notifyAll();
        }
    }

    /** Breaks every connection, and each new one as soon as it is made. */
    public void refuse() {
        refusing = true;
        cutAll();
    }

    /** Nothing moves and nothing breaks, until {@link #pass()} or {@link #refuse()}. */
    public void standStill() {
        synchronized (gate) {
            standing = true;
        }
    }

    /** Whatever is connected now hears nothing any more, for ever and without knowing; new connections work. */
    void abandon() {
        abandoned.addAll(open);
    }

    /** Cuts the connection when a piece of an answer is {@code unlucky}, in the place of handing it on. */
    void swallow(Predicate<String> unlucky) {
        swallows = unlucky;
    }

    /** How many answers were swallowed. */
    long swallowed() {
        return swallowed.get();
    }

    private Void listen() throws IOException {
        while (!listener.isClosed()) {
            Socket client = listener.accept();
            if (refusing) {
                reset(client);
            } else {
                threads.submit(() -> join(client));
            }
        }
        return null;
    }

    private void join(Socket client) {
        Socket server = new Socket();
        open.add(client);
        open.add(server);
        try {
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort));
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            threads.submit(() -> pump(client, server, false));
            pump(server, client, true);
        } catch (IOException nobodyThere) {
            cut(client, server);
        }
        if (refusing) {
            cut(client, server);
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                awaitPassage();
                if (abandoned.contains(from)) {
                    continue;
                }
                if (answers && swallows.test(new String(Arrays.copyOf(buffer, length), StandardCharsets.ISO_8859_1))) {
                    swallowed.incrementAndGet();
                    break;
                }
                out.write(buffer, 0, length);
            }
        } catch (IOException broken) {
            // One side broke: so does the other.
        } finally {
            cut(from, to);
        }
    }

    private void awaitPassage() throws IOException {
        synchronized (gate) {
            while (standing && !refusing && !listener.isClosed()) {
                try {
                    gate.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException(e);
                }
            }
        }
    }

    private void cut(Socket... sockets) {
        for (Socket socket : sockets) {
            reset(socket);
            open.remove(socket);
            abandoned.remove(socket);
        }
    }

    private void cutAll() {
        synchronized (gate) {
            gate.notifyAll();
        }
        cut(open.toArray(Socket[]::new));
    }

    /** Without a farewell: what was not read yet is lost. */
    private static void reset(Socket socket) {
        try {
            if (!socket.isClosed()) {
                socket.setSoLinger(true, 0);
            }
        } catch (IOException gone) {
            // It is closed below in any case.
        } finally {
            close(socket);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It was closed already.
        }
    }

    @Override
    public void close() throws IOException {
        refusing = true;
        listener.close();
        cutAll();
        threads.shutdownNow();
        threads.close();
    }
}
