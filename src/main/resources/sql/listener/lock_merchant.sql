-- Holds a merchant's row: its phones are invited one after the other. Index: merchant_pk.
SELECT merchant_id FROM merchant WHERE merchant_id = $1 FOR NO KEY UPDATE
