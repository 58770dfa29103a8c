-- Merchants and codes per district on $1 (the day ends at $2), with the outlets behind each count. Index:
-- merchant_transition_date_ix, qr_code_outlet_date_ix; reads all outlets.
WITH standing AS (
    SELECT s.district_place_id AS place_id, o.merchant_id,
           CASE WHEN later.merchant_id IS NULL THEN m.status ELSE later.from_status END AS status,
           count(*) AS outlets, COALESCE(sum(q.codes), 0) AS codes, count(q.codes) AS outlets_with_codes
    FROM adoption_span s
    JOIN outlet o USING (outlet_id)
    JOIN merchant m USING (merchant_id)
    LEFT JOIN (
        SELECT DISTINCT ON (merchant_id) merchant_id, from_status FROM merchant_transition
        WHERE business_date > $1 ORDER BY merchant_id, sequence) later USING (merchant_id)
    LEFT JOIN (
        SELECT outlet_id, count(*) AS codes FROM qr_code WHERE business_date <= $1 GROUP BY 1) q USING (outlet_id)
    WHERE s.span_from <= $1 AND s.span_before > $1 AND o.created_at < $2 AND m.created_at < $2
    GROUP BY 1, 2, 3
)
SELECT place_id,
       count(*) FILTER (WHERE status <> 'REJECTED') AS registered,
       count(*) FILTER (WHERE status = 'APPROVED') AS approved,
       sum(codes)::bigint AS codes,
       COALESCE(sum(outlets) FILTER (WHERE status <> 'REJECTED'), 0)::bigint AS registered_outlets,
       COALESCE(sum(outlets) FILTER (WHERE status = 'APPROVED'), 0)::bigint AS approved_outlets,
       sum(outlets_with_codes)::bigint AS outlets_with_codes
FROM standing
GROUP BY 1
