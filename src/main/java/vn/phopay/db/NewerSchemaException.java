package vn.phopay.db;

/** The database was migrated by a newer version of the service than this one. */
public final class NewerSchemaException extends MigrationException {
    public NewerSchemaException(String message) {
        super(message);
    }
}
