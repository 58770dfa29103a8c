-- Whose outlet it is. Index: outlet_pk.
SELECT merchant_id FROM outlet WHERE outlet_id = $1
