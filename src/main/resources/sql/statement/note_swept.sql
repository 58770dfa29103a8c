-- Remembers that a statement was swept on a day. Index: statement_pk.
UPDATE statement SET swept_on = $2 WHERE statement_id = $1
