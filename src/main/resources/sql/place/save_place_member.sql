-- Adds that a place lies in another, or corrects the facts about it. Index: place_member_pk.
INSERT INTO place_member AS m (member_place_id, container_place_id, segment, valid_from, valid_to, details)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT ON CONSTRAINT place_member_pk DO UPDATE
SET valid_to = excluded.valid_to, details = excluded.details
WHERE (m.valid_to, m.details) IS DISTINCT FROM (excluded.valid_to, excluded.details)
