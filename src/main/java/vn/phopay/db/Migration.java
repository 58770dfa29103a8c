package vn.phopay.db;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step of the schema.
 *
 * @param version from the file name, from 1 upwards
 * @param fileName {@code V###__verb_noun.sql}
 * @param checksum SHA-256 of the text, 64 hexadecimal digits
 */
public record Migration(int version, String fileName, String sql, String checksum) {
    private static final Pattern FILE_NAME = Pattern.compile("V([0-9]{3})__[a-z0-9]+(_[a-z0-9]+)*\\.sql");

    static Migration of(String fileName, String sql) {
        Matcher name = FILE_NAME.matcher(fileName);
        if (!name.matches() || Integer.parseInt(name.group(1)) == 0) {
            throw new MigrationException("a migration is named V###__verb_noun.sql from V001 on, but not " + fileName);
        }
        // A checkout on Windows may turn line ends round; that is no change of the migration.
        String text = sql.replace("\r\n", "\n");
        return new Migration(Integer.parseInt(name.group(1)), fileName, text, sha256(text));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
