-- Ends memberships, $1 as JSON rows, on $2 by edition $3. Index: place_member_pk.
UPDATE place_member m SET valid_to = $2, ended_by_edition = $3
FROM jsonb_to_recordset($1) AS gone (member_place_id text, container_place_id text, segment text, valid_from date)
WHERE (m.member_place_id, m.container_place_id, m.segment, m.valid_from)
    = (gone.member_place_id, gone.container_place_id, gone.segment, gone.valid_from) AND m.valid_to IS NULL
