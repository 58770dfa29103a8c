package vn.phopay.qr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The signing keys of a directory, for QR codes, seals or releases: one private key that signs, and the public halves
 * of all that ever signed.
 *
 * <p>Files: {@code qr-<key id>.pem} or {@code seal-<key id>.pem} (PKCS#8, RFC 8410) per key and {@code keyring.json}
 * with every key's public half, window and status. An empty directory gets a first key; a single key file without a
 * state file is taken as the active key. Two processes may open one directory: they take turns by a lock file. All
 * methods block on files; call them on workers.
 */
public final class QrKeyRing {
    /** How long a key signs before it has to be followed by another. */
    public static final Duration SIGNING_LIFE = Duration.ofDays(365);
    private static final String STATE_FILE = "keyring.json";
    private static final String LOCK_FILE = "keyring.lock";

    private final Path directory;
    private final String prefix;
    private final Clock clock;
    private final SecureRandom random;
    private volatile Snapshot snapshot;

    private record Snapshot(KeyRingState state, SigningKey signingKey, @Nullable String createdKeyId) {
    }

    private QrKeyRing(Path directory, String prefix, Clock clock, SecureRandom random) {
        this.directory = directory;
        this.prefix = prefix;
        this.clock = clock;
        this.random = random;
        this.snapshot = locked(this::load);
    }

    /**
     * Opens the directory, makes it and a first key where there is none, and rotates a key whose window is over.
     *
     * @throws QrKeyException when keys and state do not go together; the message says how
     */
    public static QrKeyRing open(Path directory, Clock clock, SecureRandom random) {
        return new QrKeyRing(directory, "qr", clock, random);
    }

    /** As {@link #open}, for the keys that sign the seals of closed days: files {@code seal-<key id>.pem}. */
    public static QrKeyRing openForSeals(Path directory, Clock clock, SecureRandom random) {
        return new QrKeyRing(directory, "seal", clock, random);
    }

    /** As {@link #open}, for the keys that sign monthly releases: files {@code release-<key id>.pem}. */
    public static QrKeyRing openForReleases(Path directory, Clock clock, SecureRandom random) {
        return new QrKeyRing(directory, "release", clock, random);
    }

    /** The key that signs now; give {@code ring::signingKey} to a {@link QrSigner}. */
    public SigningKey signingKey() {
        return snapshot.signingKey();
    }

    /** Id of the key that opening or the last rotation made, for the log; empty when none was made. */
    public Optional<String> createdKeyId() {
        return Optional.ofNullable(snapshot.createdKeyId());
    }

    /** All keys, oldest first. */
    public List<TrustedKey> keys() {
        return snapshot.state().keys();
    }

    /**
     * The list to publish now.
     *
     * @param revokedSerials serials of codes taken back, see {@link KeyList}
     * @param freshFor how long verifiers may use it before they have to fetch another, such as
     *     {@link KeyList#FRESH_FOR}
     */
    public KeyList keyList(Set<String> revokedSerials, Duration freshFor) {
        Instant now = now();
        return new KeyList(keys(), now, now.plus(freshFor), revokedSerials);
    }

    /** Retires the active key now and signs with a new one from now on; returns the new key's id. */
    public synchronized String rotate() {
        snapshot = locked(() -> rotated(readState()));
        return snapshot.signingKey().trusted().id();
    }

    /** Marks a key as being in wrong hands; if it was the active one, a new key takes over. */
    public synchronized void markCompromised(String keyId) {
        snapshot = locked(() -> {
            KeyRingState state = readState();
            if (state.keys().stream().noneMatch(key -> key.id().equals(keyId))) {
                throw new QrKeyException("the key ring has no key " + keyId);
            }
            Snapshot next = state.active().id().equals(keyId) ? rotated(state) : withSigningKey(state, null);
            List<TrustedKey> keys = next.state().keys().stream()
                .map(key -> key.id().equals(keyId)
                    ? new TrustedKey(key.key(), key.signFrom(), key.signUntil(), KeyStatus.COMPROMISED) : key)
                .toList();
            KeyRingState marked = new KeyRingState(keys);
            writeState(marked);
            return new Snapshot(marked, next.signingKey(), next.createdKeyId());
        });
    }

    private Snapshot load() throws IOException {
        if (Files.exists(directory.resolve(STATE_FILE))) {
            KeyRingState state = readState();
            Instant signUntil = state.active().signUntil();
            boolean over = signUntil != null && !now().isBefore(signUntil);
            return over ? rotated(state) : withSigningKey(state, null);
        }
        List<Path> keyFiles = keyFiles();
        if (keyFiles.size() > 1) {
            throw new QrKeyException("the key directory has " + keyFiles.size() + " private keys and no " + STATE_FILE
                + ": it does not say which one signs");
        }
        boolean empty = keyFiles.isEmpty();
        QrPrivateKey key = empty ? createKey() : Pem.readPrivate(Files.readString(keyFiles.getFirst()));
        if (!empty && !Files.exists(keyFile(key.publicKey()))) {
            SecretFiles.writeNew(keyFile(key.publicKey()), Pem.writePrivate(key));
        }
        KeyRingState state = new KeyRingState(List.of(activeFromNow(key.publicKey())));
        writeState(state);
        return withSigningKey(state, empty ? key.publicKey().id() : null);
    }

    private Snapshot rotated(KeyRingState state) throws IOException {
        QrPrivateKey key = createKey();
        TrustedKey old = state.active();
        Instant end = old.signUntil() != null && old.signUntil().isBefore(now()) ? old.signUntil() : now();
        List<TrustedKey> keys = new ArrayList<>(state.keys());
        keys.set(keys.indexOf(old), new TrustedKey(old.key(), old.signFrom(), end, KeyStatus.RETIRED));
        keys.add(activeFromNow(key.publicKey()));
        KeyRingState next = new KeyRingState(keys);
        writeState(next);
        return withSigningKey(next, key.publicKey().id());
    }

    private Snapshot withSigningKey(KeyRingState state, @Nullable String createdKeyId) throws IOException {
        TrustedKey active = state.active();
        Path file = keyFile(active.key());
        if (!Files.exists(file)) {
            throw new QrKeyException("the private key of the active key " + active.id() + " is missing: "
                + file.getFileName());
        }
        QrPrivateKey key = Pem.readPrivate(Files.readString(file));
        if (!key.publicKey().equals(active.key())) {
            throw new QrKeyException(file.getFileName() + " does not hold the private key of " + active.id());
        }
        return new Snapshot(state, new SigningKey(key, active), createdKeyId);
    }

    /** The key file comes before the state that names it: a crash between the two leaves a file nobody uses. */
    private QrPrivateKey createKey() throws IOException {
        QrPrivateKey key = QrPrivateKey.generate(random);
        SecretFiles.writeNew(keyFile(key.publicKey()), Pem.writePrivate(key));
        return key;
    }

    /** Whole seconds, as codes print them: else a code issued in the key's first second would lie before its window. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private TrustedKey activeFromNow(QrPublicKey key) {
        return new TrustedKey(key, now(), now().plus(SIGNING_LIFE), KeyStatus.ACTIVE);
    }

    private Path keyFile(QrPublicKey key) {
        return directory.resolve(prefix + "-" + key.id() + ".pem");
    }

    private List<Path> keyFiles() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> {
                String name = file.getFileName().toString();
                return name.endsWith(".pem") && !name.endsWith(".pub.pem");
            }).sorted().toList();
        }
    }

    private KeyRingState readState() throws IOException {
        return KeyRingState.read(Files.readString(directory.resolve(STATE_FILE)));
    }

    private void writeState(KeyRingState state) throws IOException {
        SecretFiles.replace(directory.resolve(STATE_FILE), state.write());
    }

    @FunctionalInterface
    private interface FileWork {
        Snapshot run() throws IOException;
    }

    /** Closing the channel gives the lock back. */
    private Snapshot locked(FileWork work) {
        try {
            SecretFiles.createDirectory(directory);
            try (FileChannel channel = FileChannel.open(directory.resolve(LOCK_FILE),
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock ignored = channel.lock()) {
                return work.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the key directory " + directory, e);
        }
    }
}
