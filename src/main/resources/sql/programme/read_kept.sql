-- Whether the programme's counts are told as they are kept: where counting takes long, see begin_keeping, unless they
-- are older than an hour at $1. Index: programme_kept_pk.
SELECT c.reltuples >= 2000 AND EXISTS (
    SELECT FROM programme_kept k WHERE k.kept_at > $1::timestamptz - interval '1 hour') AS told
FROM pg_class c
WHERE c.oid = 'outlet'::regclass
