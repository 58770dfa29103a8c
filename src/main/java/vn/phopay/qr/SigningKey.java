package vn.phopay.qr;

/**
 * The key that signs now.
 *
 * @param privateKey the private half
 * @param trusted the public half with its window, as verifiers see it
 */
public record SigningKey(QrPrivateKey privateKey, TrustedKey trusted) {
}
