package vn.phopay.qr;

/**
 * A signed payload, ready for a symbol.
 *
 * @param payload the text
 * @param keyId id of the key that signed it
 * @param terms what the signature says
 */
public record SignedQr(String payload, String keyId, SigningTerms terms) {
}
