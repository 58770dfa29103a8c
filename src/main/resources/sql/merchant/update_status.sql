-- Moves a locked merchant to another state; the first approval is kept. Index: merchant_pk.
UPDATE merchant
SET status = $2, updated_at = $3, version = version + 1,
    approved_at = CASE WHEN $2 = 'APPROVED' THEN coalesce(approved_at, $3) ELSE approved_at END
WHERE merchant_id = $1
