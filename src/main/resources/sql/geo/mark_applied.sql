-- Says that outlets have moved by an edition. Index: place_edition_pk.
UPDATE place_edition SET status = 'APPLIED', applied_at = $2 WHERE edition_id = $1 AND status = 'CONFIRMED'
