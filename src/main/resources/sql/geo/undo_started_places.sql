-- Takes back places of an undone edition; refused where anything names one. Reads some thousand rows.
DELETE FROM place WHERE started_by_edition = $1
