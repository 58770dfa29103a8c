-- Takes back a merchant's wish for another account that nobody has approved: no row where none waits. Index:
-- merchant_account_change_uq.
UPDATE merchant_account SET status = 'WITHDRAWN'
WHERE merchant_id = $1 AND status = 'PENDING' AND replaces_account_id IS NOT NULL
RETURNING account_id
