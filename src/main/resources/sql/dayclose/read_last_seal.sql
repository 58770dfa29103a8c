-- The end of the chain; no row before the first day was sealed. Index: day_seal_pk.
SELECT business_date, hash, horizon_xid FROM day_seal ORDER BY business_date DESC LIMIT 1
