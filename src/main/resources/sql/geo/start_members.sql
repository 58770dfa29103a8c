-- Adds memberships of edition $2, $1 as JSON rows. Index: place_member_pk.
INSERT INTO place_member (member_place_id, container_place_id, segment, valid_from, details, started_by_edition)
SELECT member_place_id, container_place_id, segment, valid_from, details, $2
FROM jsonb_to_recordset($1) AS wanted (member_place_id text, container_place_id text, segment text, valid_from date,
    details jsonb)
