-- From here on this transaction sees the database as it is now, so that all figures of a draft belong together. Index: none.
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ
