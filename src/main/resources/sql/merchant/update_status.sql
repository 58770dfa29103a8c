-- Moves a locked merchant to another state; the first approval is kept, and who gave it ($4). Index: merchant_pk; guarded
-- by merchant_second_person.
UPDATE merchant
SET status = $2, updated_at = $3, version = version + 1,
    approved_at = CASE WHEN $2 = 'APPROVED' THEN coalesce(approved_at, $3) ELSE approved_at END,
    approved_by = CASE WHEN $2 = 'APPROVED' THEN coalesce(approved_by, $4) ELSE approved_by END
WHERE merchant_id = $1
