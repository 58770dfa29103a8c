package vn.phopay.qr;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Names and sizes of the three templates that carry a signature. One Ed25519 signature is 86 base64url characters and
 * does not fit one template beside a GUID, hence three in a row right before the checksum: meta, first half, last
 * half.
 */
public final class SignatureLayout {
    /** Placeholder GUID of examples, tests and demo; an operator configures a domain name of its own. */
    public static final String EXAMPLE_GUID = "vn.example.hnqr";
    /** Longest GUID in characters. */
    public static final int GUID_LENGTH_MAX = 24;
    static final String SCHEME = "E1";
    static final String META_ID = "85";
    static final String FIRST_HALF_ID = "86";
    static final String LAST_HALF_ID = "87";
    static final int HALF_LENGTH = 43;
    static final int PAYLOAD_LENGTH_MAX = 512;
    private static final byte[] DOMAIN = "emvqr-sig-v1\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern GUID =
        Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

    private SignatureLayout() {
    }

    /**
     * Returns the GUID if it is a reverse domain name, lower case, of at most 24 characters, else throws {@link
     * QrInputException}.
     */
    public static String requireGuid(String guid) {
        if (guid.length() > GUID_LENGTH_MAX || !GUID.matcher(guid).matches()) {
            throw new QrInputException("GUID: a reverse domain name of at most 24 characters");
        }
        return guid;
    }

    /** The bytes that are signed: a domain tag, then the payload verbatim up to, not including, the first half's ID. */
    static byte[] signedBytes(String ansPayloadUpToFirstHalf) {
        byte[] text = ansPayloadUpToFirstHalf.getBytes(StandardCharsets.US_ASCII);
        byte[] message = new byte[DOMAIN.length + text.length];
        System.arraycopy(DOMAIN, 0, message, 0, DOMAIN.length);
        System.arraycopy(text, 0, message, DOMAIN.length, text.length);
        return message;
    }
}
