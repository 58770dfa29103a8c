package vn.phopay.qr;

import org.jspecify.annotations.Nullable;

/**
 * What a reader takes from a VietQR payload, as printed: nothing folded, no digit dropped.
 *
 * @param initiation {@code 11} static, {@code 12} dynamic
 * @param bin six digits naming the bank or wallet
 * @param account account, card or virtual account; text, never a number (NAPAS profile: leading zeros and case count)
 * @param service {@code QRIBFTTA}, {@code QRIBFTTC} or another code; null where the payload names none
 * @param amountVnd whole đồng, null where the payer types the amount or the currency is another
 * @param name merchant name (59)
 * @param memo purpose of the transfer (62.08)
 * @param reference reference label (62.05)
 */
public record VietQr(String initiation, String bin, String account, @Nullable String service,
                     @Nullable Long amountVnd, @Nullable String name, @Nullable String memo,
                     @Nullable String reference) {
}
