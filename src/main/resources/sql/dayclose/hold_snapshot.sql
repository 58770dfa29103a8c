-- Everything that this transaction reads is of one moment; it writes nothing. No index.
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY
