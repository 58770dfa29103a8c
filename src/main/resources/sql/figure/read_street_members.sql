-- What each street lies in on day $1. Index: place_member_pk.
SELECT DISTINCT m.member_place_id AS street, m.container_place_id AS container
FROM place_member m
JOIN place p ON p.place_id = m.member_place_id AND p.kind = 'STREET'
WHERE m.valid_from <= $1 AND (m.valid_to IS NULL OR m.valid_to >= $1)
