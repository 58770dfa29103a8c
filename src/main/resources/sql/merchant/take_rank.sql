-- Gives an account the rank of the one it came in the place of. Index: merchant_account_pk.
UPDATE merchant_account SET rank = $2 WHERE account_id = $1
