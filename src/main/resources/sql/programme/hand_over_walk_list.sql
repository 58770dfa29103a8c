-- Gives an open walk list from $2 to $3, due on $4, and keeps who did it and why; nothing where it has ended or is not
-- $2's any more. Of two who do it at once the second waits for the row and then finds it somebody else's. Index:
-- walk_list_pk.
WITH held AS (
    SELECT walk_list_id, due_on AS due_before FROM walk_list
    WHERE walk_list_id = $1 AND ended_at IS NULL AND assigned_to = $2
    FOR UPDATE
), given AS (
    UPDATE walk_list w SET assigned_to = $3, due_on = $4
    FROM held WHERE w.walk_list_id = held.walk_list_id
    RETURNING w.walk_list_id, held.due_before
)
INSERT INTO walk_handover (walk_list_id, from_staff, to_staff, due_before, due_on, reason, handed_at, handed_by)
SELECT walk_list_id, $2, $3, due_before, $4, $5, $6, $7 FROM given
