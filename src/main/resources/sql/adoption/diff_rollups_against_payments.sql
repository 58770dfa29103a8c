-- Rollup rows that differ from a recomputation out of all payments below the watermark; at most 100. It reads all
-- payments: for checks, not for pages. One statement is one snapshot, so it holds while folds go on. Index: none.
-- The place of a day is the outlet's location of that day, but as counted for outlets whose move is not folded yet.
WITH counted AS MATERIALIZED (
    SELECT o.business_date, CASE WHEN a.outcome IS NULL THEN o.outlet_id ELSE a.outlet_id END AS outlet_id, o.amount_vnd
    FROM payment o
    LEFT JOIN LATERAL (
        SELECT f.outcome, f.outlet_id FROM payment_fact f
        WHERE f.payment_id = o.payment_id AND f.kind = 'ASSIGNMENT'
          AND f.recorded_xid < (SELECT folded_xid FROM adoption_watermark)
        ORDER BY f.sequence DESC LIMIT 1) a ON true
    WHERE o.recorded_xid < (SELECT folded_xid FROM adoption_watermark)
      AND o.direction = 'CREDIT' AND o.twin_of IS NULL
      AND CASE WHEN a.outcome IS NULL THEN o.outlet_id ELSE a.outlet_id END IS NOT NULL
      AND CASE WHEN a.outcome IS NULL THEN o.outcome ELSE a.outcome END <> 'UNMATCHED'
      AND NOT EXISTS (
        SELECT FROM payment_reversal r JOIN payment d ON d.payment_id = r.reversal_payment_id
        WHERE r.bank_code = o.bank_code AND r.original_reference = o.bank_reference
          AND r.recorded_xid < (SELECT folded_xid FROM adoption_watermark) AND d.direction = 'DEBIT'
          AND d.account_number = o.account_number AND d.amount_vnd = o.amount_vnd)
), right_day AS MATERIALIZED (
    SELECT c.*,
           CASE WHEN counted_at.late THEN counted_at.district ELSE COALESCE(s.district_place_id, '') END AS district,
           CASE WHEN counted_at.late THEN counted_at.ward ELSE COALESCE(s.ward_place_id, '') END AS ward,
           CASE WHEN counted_at.late THEN counted_at.street ELSE COALESCE(s.street_place_id, '') END AS street
    FROM (SELECT business_date, outlet_id, count(*) AS transactions, sum(amount_vnd) AS amount_vnd
          FROM counted GROUP BY 1, 2) c
    LEFT JOIN adoption_span s ON s.outlet_id = c.outlet_id
        AND s.span_from <= c.business_date AND s.span_before > c.business_date
    LEFT JOIN LATERAL (
        SELECT true AS late, k.district_place_id AS district, k.ward_place_id AS ward, k.street_place_id AS street
        FROM outlet_day k
        WHERE k.business_date = c.business_date AND k.outlet_id = c.outlet_id
          AND k.outlet_id IN (SELECT outlet_id FROM outlet_moved)) counted_at ON true
), right_rows AS (
    SELECT 'outlet_day' AS rollup, concat_ws(' ', business_date, outlet_id, district, ward, street) AS key,
           transactions || ' ' || amount_vnd AS figures
    FROM right_day
    UNION ALL
    SELECT 'cell_day', concat_ws(' ', business_date, district, ward, street), count(*)::text
    FROM right_day WHERE district <> '' GROUP BY business_date, district, ward, street
    UNION ALL
    SELECT 'outlet_month', concat_ws(' ', date_trunc('month', business_date)::date, outlet_id, district, ward, street),
           bit_or(1 << (extract(day FROM business_date)::integer - 1))::text
    FROM right_day WHERE district <> ''
    GROUP BY date_trunc('month', business_date)::date, outlet_id, district, ward, street
    UNION ALL
    SELECT 'place_day', concat_ws(' ', business_date, place.place_id), sum(transactions) || ' ' || sum(amount_vnd)
    FROM right_day CROSS JOIN LATERAL (VALUES (district), (ward), (street)) AS place (place_id)
    WHERE place.place_id <> '' GROUP BY business_date, place.place_id
    UNION ALL
    SELECT 'place_day_amount',
           concat_ws(' ', business_date, place.place_id, adoption_amount_bucket(c.amount_vnd)), count(*)::text
    FROM right_day d JOIN counted c USING (business_date, outlet_id)
    CROSS JOIN LATERAL (VALUES (district), (ward), (street)) AS place (place_id)
    WHERE place.place_id <> '' GROUP BY business_date, place.place_id, adoption_amount_bucket(c.amount_vnd)
    UNION ALL
    SELECT 'place_month_amount',
           concat_ws(' ', date_trunc('month', business_date)::date, place.place_id,
               adoption_amount_bucket(c.amount_vnd)), count(*)::text
    FROM right_day d JOIN counted c USING (business_date, outlet_id)
    CROSS JOIN LATERAL (VALUES (district), (ward), (street)) AS place (place_id)
    WHERE place.place_id <> ''
    GROUP BY date_trunc('month', business_date)::date, place.place_id, adoption_amount_bucket(c.amount_vnd)
), kept_rows AS (
    SELECT 'outlet_day' AS rollup,
           concat_ws(' ', business_date, outlet_id, district_place_id, ward_place_id, street_place_id) AS key,
           transactions || ' ' || amount_vnd AS figures
    FROM outlet_day WHERE transactions <> 0 OR amount_vnd <> 0
    UNION ALL
    SELECT 'cell_day', concat_ws(' ', business_date, district_place_id, ward_place_id, street_place_id), outlets::text
    FROM cell_day WHERE outlets <> 0
    UNION ALL
    SELECT 'outlet_month', concat_ws(' ', month, outlet_id, district_place_id, ward_place_id, street_place_id),
           active_days::text
    FROM outlet_month WHERE active_days <> 0
    UNION ALL
    SELECT 'place_day', concat_ws(' ', business_date, place_id), transactions || ' ' || amount_vnd
    FROM place_day WHERE transactions <> 0 OR amount_vnd <> 0
    UNION ALL
    SELECT 'place_day_amount', concat_ws(' ', business_date, place_id, amount_bucket), transactions::text
    FROM place_day_amount WHERE transactions <> 0
    UNION ALL
    SELECT 'place_month_amount', concat_ws(' ', month, place_id, amount_bucket), transactions::text
    FROM place_month_amount WHERE transactions <> 0
)
SELECT rollup, key, k.figures AS kept, r.figures AS recomputed
FROM kept_rows k
FULL JOIN right_rows r USING (rollup, key)
WHERE k.figures IS DISTINCT FROM r.figures
ORDER BY rollup, key
LIMIT 100
