-- Corrects an account's holder, for which staff must look at it again. Index: merchant_account_pk.
UPDATE merchant_account SET account_name = $2, status = 'PENDING' WHERE account_id = $1
