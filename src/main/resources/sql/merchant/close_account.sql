-- Gives up an account for another one in its rank. Index: merchant_account_pk.
UPDATE merchant_account SET status = 'REPLACED', replaced_at = $2 WHERE account_id = $1
