-- Lets memberships go on that an undone edition had ended. Reads some thousand rows.
UPDATE place_member SET valid_to = NULL, ended_by_edition = NULL WHERE ended_by_edition = $1
