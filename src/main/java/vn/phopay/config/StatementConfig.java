package vn.phopay.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Limits of statement uploads and of their import.
 *
 * @param spoolDir where files lie until they are imported
 * @param bytesMax longest file
 * @param uploadsMax most uploads at a time
 * @param uploadTimeout how long an upload may take
 * @param chunkLines lines of one transaction of the import
 * @param lease how long an import stays an instance's without a sign of life
 * @param importInterval pause between two looks for uploads
 * @param sweepInterval pause between two looks for payments that no statement tells
 */
public record StatementConfig(
        Path spoolDir,
        long bytesMax,
        int uploadsMax,
        Duration uploadTimeout,
        int chunkLines,
        Duration lease,
        Duration importInterval,
        Duration sweepInterval) {

    static final Setting SPOOL_DIR = Setting.of("PHOPAY_STATEMENT_DIR", Setting.Type.PATH)
            .defaultsFrom("`statements` under the data directory",
                    v -> v.path(DataConfig.DATA_DIR).resolve("statements").toString())
            .means("Directory of uploaded statements until they are imported; instances that share it help out.");
    static final Setting BYTES_MAX = Setting.number("PHOPAY_STATEMENT_BYTES_MAX", "bytes", 1024, 4_294_967_296L)
            .defaults(1_073_741_824)
            .means("Longest statement file.");
    static final Setting UPLOADS_MAX = Setting.number("PHOPAY_STATEMENT_UPLOADS_MAX", "uploads", 1, 64)
            .defaults(4)
            .means("Most statement uploads at a time; past it they get 503.");
    static final Setting UPLOAD_SECONDS = Setting.number("PHOPAY_STATEMENT_UPLOAD_SECONDS", "seconds", 1, 86_400)
            .defaults(3600)
            .means("How long one statement upload may take.");
    static final Setting CHUNK_LINES = Setting.number("PHOPAY_STATEMENT_CHUNK_LINES", "lines", 1, 5000)
            .defaults(1000)
            .means("Statement lines imported in one transaction.");
    static final Setting LEASE_SECONDS = Setting.number("PHOPAY_STATEMENT_LEASE_SECONDS", "seconds", 1, 3600)
            .defaults(30)
            .means("How long an import stays an instance's without a sign of life; then another takes it over.");
    static final Setting IMPORT_INTERVAL_MS =
            Setting.number("PHOPAY_STATEMENT_IMPORT_INTERVAL_MS", "ms", 10, 3_600_000)
                    .defaults(1000)
                    .means("Pause between two looks for statements to import.");
    static final Setting SWEEP_INTERVAL_MS =
            Setting.number("PHOPAY_STATEMENT_SWEEP_INTERVAL_MS", "ms", 10, 3_600_000)
                    .defaults(10_000)
                    .means("Pause between two looks for payments that no statement tells.");
    static final List<Setting> SETTINGS = List.of(
            SPOOL_DIR, BYTES_MAX, UPLOADS_MAX, UPLOAD_SECONDS, CHUNK_LINES, LEASE_SECONDS, IMPORT_INTERVAL_MS,
            SWEEP_INTERVAL_MS);

    static StatementConfig from(SettingValues values) {
        return new StatementConfig(
                values.path(SPOOL_DIR),
                values.number(BYTES_MAX),
                values.integer(UPLOADS_MAX),
                values.seconds(UPLOAD_SECONDS),
                values.integer(CHUNK_LINES),
                values.seconds(LEASE_SECONDS),
                values.millis(IMPORT_INTERVAL_MS),
                values.millis(SWEEP_INTERVAL_MS));
    }
}
