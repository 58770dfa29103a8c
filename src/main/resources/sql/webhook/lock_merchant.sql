-- Holds a merchant while its endpoints are counted. Index: merchant_pk.
SELECT merchant_id FROM merchant WHERE merchant_id = $1 FOR NO KEY UPDATE
