-- Lets this transaction see one moment only, and write nothing: what is handed out fits together. Index: none.
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY
