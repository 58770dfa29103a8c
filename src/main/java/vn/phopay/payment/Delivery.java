package vn.phopay.payment;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.UUID;
import vn.phopay.identity.BankKeyId;

/**
 * One authenticated call of a bank, as it came.
 *
 * @param id our id of it
 * @param bankCode the sender
 * @param bankBin the sender's bank identifier
 * @param name the sender's own name of it; empty where it gives none
 * @param signedAt when the sender says that it signed it; when it arrived, where it does not say
 * @param verifiedBy the key that verified it
 * @param receivedAt when its head arrived here
 * @param rawBody its bytes, or its raw query where the sender puts everything there
 */
public record Delivery(
        UUID id,
        String bankCode,
        String bankBin,
        String name,
        Instant signedAt,
        BankKeyId verifiedBy,
        Instant receivedAt,
        Buffer rawBody) {}
