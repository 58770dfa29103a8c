-- Lists the editions that staff brought in, the latest first. A few in years.
SELECT e.edition_id, e.title, e.valid_from, e.content_hash, ''::text AS csv, e.status, e.proposed_at, e.proposed_by,
       e.confirmed_at, e.ended_at, e.ended_why, e.applied_at, p.name AS proposer, c.name AS confirmer
FROM place_edition e
LEFT JOIN staff p ON p.staff_id = e.proposed_by
LEFT JOIN staff c ON c.staff_id = e.confirmed_by
ORDER BY e.proposed_at DESC, e.edition_id
LIMIT 100
