-- Whether outlet $2 is merchant $1's. Index: outlet_pk.
SELECT EXISTS (SELECT FROM outlet WHERE outlet_id = $2 AND merchant_id = $1) AS owned
