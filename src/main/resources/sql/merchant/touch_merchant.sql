-- Counts a change of a locked merchant, its outlets or accounts. Index: merchant_pk.
UPDATE merchant SET updated_at = $2, version = version + 1 WHERE merchant_id = $1
