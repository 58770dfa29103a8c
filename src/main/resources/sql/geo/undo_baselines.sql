-- Takes back denominators of places that an undone edition had begun. Index: baseline_pk.
DELETE FROM baseline WHERE place_id IN (SELECT place_id FROM place WHERE started_by_edition = $1)
