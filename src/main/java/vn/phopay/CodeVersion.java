package vn.phopay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Which release this is: its archive's digest, the same in every instance; from classes, another one each start. */
final class CodeVersion {
    private static final int LENGTH = 16;

    private CodeVersion() {}

    static String read() {
        try {
            Path code = Path.of(CodeVersion.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Files.isRegularFile(code) ? digest(code) : UUID.randomUUID().toString();
        } catch (URISyntaxException | IOException e) {
            throw new UncheckedIOException(new IOException("cannot read our own code", e));
        }
    }

    private static String digest(Path archive) throws IOException {
        try (InputStream in = Files.newInputStream(archive);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest(), 0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
