-- The seal of day $1; no row where the day is open. Index: day_seal_pk.
SELECT business_date, document, hash, signature, previous_horizon_xid, horizon_xid, sealed_at, sealed_by
FROM day_seal WHERE business_date = $1
