-- Frees the stops of a walk list that has ended. Index: walk_stop_pk.
UPDATE walk_stop SET released = true WHERE walk_list_id = $1
