-- Reads the number by which a merchant logs in. Index: merchant_pk.
SELECT phone_e164 FROM merchant WHERE merchant_id = $1
