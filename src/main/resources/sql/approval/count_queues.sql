-- Counts what waits at the approval desk and what is suspended, within the districts of $1. Indexes: merchant_status_ix,
-- merchant_account_pending_ix, outlet_merchant_ix, outlet_location_open_uq.
WITH shop AS (
    SELECT m.merchant_id, m.status, NULL::boolean AS account
    FROM merchant m
    WHERE m.status IN ('PENDING', 'SUSPENDED')
    UNION ALL
    SELECT m.merchant_id, m.status, true
    FROM merchant m
    WHERE m.status = 'APPROVED'
      AND m.merchant_id IN (SELECT a.merchant_id FROM merchant_account a WHERE a.status = 'PENDING'))
SELECT count(*) FILTER (WHERE s.status = 'PENDING') AS waiting,
       count(*) FILTER (WHERE s.account) AS accounts,
       count(*) FILTER (WHERE s.status = 'SUSPENDED') AS suspended
FROM shop s
WHERE $1::text[] IS NULL OR EXISTS (
    SELECT FROM outlet o
    JOIN outlet_location l ON l.outlet_id = o.outlet_id AND l.valid_to IS NULL
    JOIN place d ON d.place_id = l.district_place_id
    WHERE o.merchant_id = s.merchant_id AND d.code = ANY ($1))
