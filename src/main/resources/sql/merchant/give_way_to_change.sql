-- Gives up the account in whose place the one that waits is to come, and tells its rank; to be run before that one is
-- approved, because of two accounts of one rank one is open. Indexes: merchant_account_change_uq, merchant_account_pk.
UPDATE merchant_account old
SET status = 'REPLACED', replaced_at = $2
FROM merchant_account waiting
WHERE waiting.merchant_id = $1 AND waiting.status = 'PENDING' AND waiting.replaces_account_id = old.account_id
  AND old.status IN ('APPROVED', 'PENDING')
RETURNING waiting.account_id, old.rank
