-- Adds a seal to the chain; day_seal_pk and day_seal_previous_uq refuse a second one of the day or behind a hash.
INSERT INTO day_seal (business_date, previous_hash, hash, document, signature, previous_horizon_xid, horizon_xid,
    sealed_at, sealed_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
