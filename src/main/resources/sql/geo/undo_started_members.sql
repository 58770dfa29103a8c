-- Takes back memberships of an undone edition. Reads some thousand rows.
DELETE FROM place_member WHERE started_by_edition = $1
