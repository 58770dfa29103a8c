package vn.phopay.db;

/** A migration that already ran here reads differently now, or is gone, or one slipped in before it. */
public final class ChangedMigrationException extends MigrationException {
    public ChangedMigrationException(String message) {
        super(message);
    }
}
