package vn.phopay.qr;

import java.util.Optional;

/**
 * A bank or wallet that can stand in a VietQR.
 *
 * @param bin six digits; they do not all start with 9704
 * @param shortName the name people use
 * @param swift SWIFT code for display only, where one is published
 */
public record Bank(String bin, String shortName, Optional<String> swift) {
}
