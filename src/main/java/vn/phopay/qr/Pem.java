package vn.phopay.qr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/**
 * Key files as text: PKCS#8 private keys and SubjectPublicKeyInfo public keys of Ed25519 (RFC 8410) in PEM (RFC
 * 7468).
 */
public final class Pem {
    private static final Pattern BLOCK =
        Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final byte[] PKCS8_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final byte[] SPKI_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final int LINE_LENGTH = 64;

    private Pem() {
    }

    /** Wraps DER bytes under a label such as {@code PRIVATE KEY}. */
    public static String write(String label, byte[] der) {
        byte[] newline = "\n".getBytes(StandardCharsets.US_ASCII);
        String body = Base64.getMimeEncoder(LINE_LENGTH, newline).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    /** The DER bytes of the first block with that label. */
    public static byte[] read(String label, String pem) {
        Matcher block = BLOCK.matcher(pem);
        while (block.find()) {
            if (block.group(1).equals(label)) {
                try {
                    return Base64.getMimeDecoder().decode(block.group(2));
                } catch (IllegalArgumentException e) {
                    throw new QrKeyException("the PEM block is not base64", e);
                }
            }
        }
        throw new QrKeyException("no PEM block \"" + label + "\"; encrypted and traditional forms are not read");
    }

    /** Writes {@code key} as PKCS#8 (RFC 8410); the text is the secret itself. */
    public static String writePrivate(QrPrivateKey key) {
        return write(PRIVATE, concat(PKCS8_PREFIX, key.seed()));
    }

    /** Writes {@code key} as SubjectPublicKeyInfo (RFC 8410). */
    public static String writePublic(QrPublicKey key) {
        return write(PUBLIC, subjectPublicKeyInfo(key));
    }

    static byte[] subjectPublicKeyInfo(QrPublicKey key) {
        return concat(SPKI_PREFIX, key.raw());
    }

    /** Reads a PKCS#8 Ed25519 private key, of version 1 or 2. */
    public static QrPrivateKey readPrivate(String pem) {
        byte[] der = read(PRIVATE, pem);
        try {
            AsymmetricKeyParameter parameter = PrivateKeyFactory.createKey(der);
            if (parameter instanceof Ed25519PrivateKeyParameters key) {
                return new QrPrivateKey(key.getEncoded());
            }
        } catch (IOException | RuntimeException e) {
            throw new QrKeyException("not a PKCS#8 private key", e);
        }
        throw new QrKeyException("the private key is not Ed25519");
    }

    /** Reads an Ed25519 public key. */
    public static QrPublicKey readPublic(String pem) {
        byte[] der = read(PUBLIC, pem);
        if (der.length != SPKI_PREFIX.length + QrPublicKey.RAW_LENGTH
            || !Arrays.equals(Arrays.copyOf(der, SPKI_PREFIX.length), SPKI_PREFIX)) {
            throw new QrKeyException("the public key is not Ed25519");
        }
        return new QrPublicKey(Arrays.copyOfRange(der, SPKI_PREFIX.length, der.length));
    }

    private static byte[] concat(byte[] head, byte[] tail) {
        byte[] all = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return all;
    }
}
