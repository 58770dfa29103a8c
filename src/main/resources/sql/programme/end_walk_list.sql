-- Ends an open walk list. Index: walk_list_pk.
UPDATE walk_list SET ended_at = $2, ended_by = $3 WHERE walk_list_id = $1 AND ended_at IS NULL
