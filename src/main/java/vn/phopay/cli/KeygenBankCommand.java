package vn.phopay.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.phopay.qr.Pem;

/** {@code keygen bank}: a key with which a bank signs its callbacks. */
@Command(name = "bank", mixinStandardHelpOptions = true,
    description = "Makes a key with which a bank signs callbacks: bank-ID.hmac.txt (a whsec_ secret), or bank-ID.pem "
        + "(private, PKCS#8) and bank-ID.pub.pem.",
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {ExitCode.DONE_TEXT, ExitCode.FAILED_TEXT, ExitCode.WRONG_USE_TEXT})
final class KeygenBankCommand implements Callable<Integer> {
    private static final int SECRET_BYTES = 32;
    private static final int RSA_BITS = 2048;
    private static final int ID_BYTES = 6;

    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--algorithm", required = true, paramLabel = "NAME",
        description = "hmac-sha256, ed25519 or rsa-sha256.")
    private String algorithm = "";

    @Option(names = "--out", required = true, paramLabel = "DIR",
        description = "Directory for the files; made if missing.")
    private @Nullable Path out;

    KeygenBankCommand() {
        this(Console.system());
    }

    KeygenBankCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws GeneralSecurityException {
        if (out == null || spec == null) {
            return ExitCode.WRONG_USE;
        }
        KeyFileWriter writer = new KeyFileWriter(console, out);
        return switch (algorithm) {
            case "hmac-sha256" -> writeSecret(writer);
            case "ed25519" -> writePair(writer, KeyPairGenerator.getInstance("Ed25519"));
            case "rsa-sha256" -> {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(RSA_BITS);
                yield writePair(writer, generator);
            }
            default -> throw new ParameterException(spec.commandLine(),
                "--algorithm: hmac-sha256, ed25519 or rsa-sha256, not '" + algorithm + "'");
        };
    }

    private int writeSecret(KeyFileWriter writer) throws GeneralSecurityException {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        String id = id(secret);
        String text = "whsec_" + Base64.getEncoder().encodeToString(secret) + "\n";
        return writer.write(id, algorithm, Map.of("bank-" + id + ".hmac.txt", text));
    }

    private int writePair(KeyFileWriter writer, KeyPairGenerator generator) throws GeneralSecurityException {
        KeyPair pair = generator.generateKeyPair();
        String id = id(pair.getPublic().getEncoded());
        Map<String, String> files = new LinkedHashMap<>();
        files.put("bank-" + id + ".pem", Pem.write("PRIVATE KEY", pair.getPrivate().getEncoded()));
        files.put("bank-" + id + ".pub.pem", Pem.write("PUBLIC KEY", pair.getPublic().getEncoded()));
        return writer.write(id, algorithm, files);
    }

    /** A short name that tells files apart: the secret or key is hashed behind a label, so no digest of it gets out. */
    private static String id(byte[] key) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update("phopay bank key id\n".getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest.digest(key), ID_BYTES));
    }
}
