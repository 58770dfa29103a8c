-- Holds a merchant while something is done about its wish to be forgotten. Index: merchant_pk.
SELECT merchant_id FROM merchant WHERE merchant_id = $1 FOR UPDATE
