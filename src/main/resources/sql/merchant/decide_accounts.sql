-- Approves or turns down every account of a merchant that waits. Index: merchant_account_merchant_ix.
UPDATE merchant_account SET status = $2 WHERE merchant_id = $1 AND status = 'PENDING'
