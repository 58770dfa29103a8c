package vn.phopay.statement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.statement.StatementFile.Format;

/**
 * A file that was received whole.
 *
 * @param bankCode the bank whose statement it is
 * @param format how it is written
 * @param sha256 digest of its bytes
 * @param sizeBytes how many they are
 * @param receivedAt when they came
 * @param staff who sent it, where a member of staff did
 * @param key the bank's key that signed it, where the bank sent it
 */
@SuppressWarnings("ArrayRecordComponent")
public record ReceivedFile(
        String bankCode,
        Format format,
        byte[] sha256,
        long sizeBytes,
        Instant receivedAt,
        @Nullable UUID staff,
        @Nullable UUID key) {}
