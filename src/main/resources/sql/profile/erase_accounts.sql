-- Forgets a merchant's accounts: what comes in there later is nobody's, and somebody may register them again. A number that
-- can be none is left in each one's place. Index: merchant_account_merchant_ix.
UPDATE merchant_account
SET account_number = 'X' || upper(left(md5(account_id::text), 18)), account_name = 'DA XOA',
    status = CASE WHEN status IN ('APPROVED', 'PENDING') THEN 'WITHDRAWN' ELSE status END,
    replaced_at = COALESCE(replaced_at, $2)
WHERE merchant_id = $1
