-- Reads an edition and who dealt with it. Indexes: place_edition_pk, staff_pk.
SELECT e.edition_id, e.title, e.valid_from, e.content_hash, e.csv, e.status, e.proposed_at, e.proposed_by, e.confirmed_at,
       e.ended_at, e.ended_why, e.applied_at, p.name AS proposer, c.name AS confirmer
FROM place_edition e
LEFT JOIN staff p ON p.staff_id = e.proposed_by
LEFT JOIN staff c ON c.staff_id = e.confirmed_by
WHERE e.edition_id = $1
