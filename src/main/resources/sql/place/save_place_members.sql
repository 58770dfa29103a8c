-- Adds that places lie in others, or corrects the facts about it, $1 as JSON rows; an end that staff set by an edition
-- stays. Index: place_member_pk.
INSERT INTO place_member AS m (member_place_id, container_place_id, segment, valid_from, valid_to, details)
SELECT member_place_id, container_place_id, segment, valid_from, valid_to, details
FROM jsonb_to_recordset($1) AS wanted (member_place_id text, container_place_id text, segment text, valid_from date,
    valid_to date, details jsonb)
ON CONFLICT ON CONSTRAINT place_member_pk DO UPDATE
SET details = excluded.details,
    valid_to = CASE WHEN m.ended_by_edition IS NULL THEN excluded.valid_to ELSE m.valid_to END
WHERE m.details IS DISTINCT FROM excluded.details
   OR m.ended_by_edition IS NULL AND m.valid_to IS DISTINCT FROM excluded.valid_to
