-- How far registrations begun since $1 have come, in all, by week, by district and by way. Index:
-- onboarding_start_started_ix, merchant_created_ix, outlet_merchant_ix, qr_code_outlet_ix, outlet_day_outlet_ix,
-- payment_merchant_ix.
WITH begun AS (
    SELECT s.started_at, s.assisted, s.merchant_id, s.district_place_id
    FROM onboarding_start s
    WHERE s.started_at >= $1
    UNION ALL
    SELECT m.created_at, m.assisted_by IS NOT NULL, m.merchant_id, NULL
    FROM merchant m
    WHERE m.created_at >= $1
        AND NOT EXISTS (SELECT FROM onboarding_start s WHERE s.merchant_id = m.merchant_id)
), placed AS (
    SELECT b.started_at, b.assisted, m.merchant_id, m.created_at AS registered_at, m.approved_at,
        COALESCE(here.district_place_id, b.district_place_id, '') AS district, here.outlet_ids
    FROM begun b
    LEFT JOIN merchant m ON m.merchant_id = b.merchant_id
    LEFT JOIN LATERAL (
        SELECT array_agg(o.outlet_id) AS outlet_ids, min(l.district_place_id) AS district_place_id
        FROM outlet o
        LEFT JOIN outlet_location l ON l.outlet_id = o.outlet_id AND l.valid_to IS NULL
        WHERE o.merchant_id = m.merchant_id) here ON true
    WHERE $3::boolean IS NULL OR b.assisted = $3
), walked AS (
    SELECT p.*, code.first_at AS code_at, paid.first_on, paid.last_on, paid.days28
    FROM placed p
    LEFT JOIN LATERAL (
        SELECT min(q.issued_at) AS first_at FROM qr_code q WHERE q.outlet_id = ANY (p.outlet_ids)) code ON true
    LEFT JOIN LATERAL (
        SELECT min(d.business_date) AS first_on, max(d.business_date) AS last_on,
            count(DISTINCT d.business_date) FILTER (WHERE d.business_date > $2::date - 28) AS days28
        FROM outlet_day d
        WHERE d.outlet_id = ANY (p.outlet_ids) AND d.transactions > 0) paid ON true
    WHERE cardinality($4::text[]) = 0 OR p.district = ANY ($4)
), reached AS (
    SELECT w.*, first.paid_at, date_trunc('week', w.started_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS monday,
        CASE WHEN w.days28 >= 8 THEN 6 WHEN w.last_on > $2::date - 7 THEN 5 WHEN w.first_on IS NOT NULL THEN 4
            WHEN w.code_at IS NOT NULL THEN 3 WHEN w.approved_at IS NOT NULL THEN 2
            WHEN w.merchant_id IS NOT NULL THEN 1 ELSE 0 END AS furthest
    FROM walked w
    LEFT JOIN LATERAL (
        SELECT min(p.booked_at) AS paid_at FROM payment p
        WHERE p.merchant_id = w.merchant_id AND p.business_date = w.first_on
            AND p.direction = 'CREDIT' AND p.twin_of IS NULL) first ON true
)
SELECT CASE WHEN grouping(monday) = 0 THEN 'WEEK' WHEN grouping(district) = 0 THEN 'DISTRICT'
        WHEN grouping(assisted) = 0 THEN 'WAY' ELSE 'ALL' END AS grouped_by,
    monday, district, assisted,
    count(*) AS step_0,
    count(*) FILTER (WHERE furthest >= 1) AS step_1,
    count(*) FILTER (WHERE furthest >= 2) AS step_2,
    count(*) FILTER (WHERE furthest >= 3) AS step_3,
    count(*) FILTER (WHERE furthest >= 4) AS step_4,
    count(*) FILTER (WHERE furthest >= 5) AS step_5,
    count(*) FILTER (WHERE furthest >= 6) AS step_6,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM registered_at - started_at) / 3600.0) AS hours_1,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM approved_at - registered_at) / 3600.0) AS hours_2,
    percentile_cont(0.5) WITHIN GROUP (
        ORDER BY extract(epoch FROM GREATEST(code_at, approved_at) - approved_at) / 3600.0)
        AS hours_3,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM paid_at - code_at) / 3600.0)
        FILTER (WHERE paid_at >= code_at) AS hours_4
FROM reached
GROUP BY GROUPING SETS ((monday), (district), (assisted), ())
