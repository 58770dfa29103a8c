-- Withdraws a proposed edition, or undoes a confirmed one ($2 is the new status). Index: place_edition_pk.
UPDATE place_edition SET status = $2, ended_at = $3, ended_by = $4, ended_why = $5
WHERE edition_id = $1 AND status = CASE WHEN $2::text = 'UNDONE' THEN 'CONFIRMED' ELSE 'PROPOSED' END
