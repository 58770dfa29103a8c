-- Outlets that stand in each cell on $1 (the day ends at $2), by what their merchant is, and their codes. Index:
-- merchant_transition_date_ix, qr_code_outlet_date_ix; reads all outlets.
WITH standing AS (
    SELECT s.district_place_id, s.ward_place_id, s.street_place_id, o.outlet_id,
           CASE WHEN later.merchant_id IS NULL THEN m.status ELSE later.from_status END AS status,
           COALESCE(q.codes, 0) AS codes
    FROM adoption_span s
    JOIN outlet o USING (outlet_id)
    JOIN merchant m USING (merchant_id)
    LEFT JOIN (
        SELECT DISTINCT ON (merchant_id) merchant_id, from_status FROM merchant_transition
        WHERE business_date > $1 ORDER BY merchant_id, sequence) later USING (merchant_id)
    LEFT JOIN (
        SELECT outlet_id, count(*) AS codes FROM qr_code WHERE business_date <= $1 GROUP BY 1) q USING (outlet_id)
    WHERE s.span_from <= $1 AND s.span_before > $1 AND o.created_at < $2 AND m.created_at < $2
)
SELECT district_place_id, ward_place_id, street_place_id,
       count(*) FILTER (WHERE status <> 'REJECTED') AS registered,
       count(*) FILTER (WHERE status = 'APPROVED') AS approved,
       count(*) FILTER (WHERE codes > 0) AS with_codes
FROM standing
GROUP BY 1, 2, 3
