BEGIN;
CALL insert_payments();
CALL upsert_rollups();
COMMIT;
