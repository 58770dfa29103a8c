-- Says that figures changed, at $1. Index: figure_edition_pk.
UPDATE figure_edition SET edition = edition + 1, changed_at = $1
