package vn.phopay.statement;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import vn.phopay.statement.StatementFile.Format;

/**
 * An upload whose import this instance holds.
 *
 * @param id its id
 * @param bankCode the bank
 * @param bankBin the bank's identifier
 * @param format how the file is written
 * @param sha256 digest of its bytes, in hex
 * @param receivedAt when it came
 * @param pass 1 while lines are held against traces, 2 while those left are held against what is alike
 * @param linesDone lines of the file that pass 1 has dealt with
 */
record Upload(
        UUID id,
        String bankCode,
        String bankBin,
        Format format,
        String sha256,
        Instant receivedAt,
        int pass,
        long linesDone) {
    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
