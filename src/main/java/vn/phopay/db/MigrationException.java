package vn.phopay.db;

/** The schema cannot be brought to this version; the message names the migration. */
public class MigrationException extends RuntimeException {
    public MigrationException(String message) {
        super(message);
    }

    public MigrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
