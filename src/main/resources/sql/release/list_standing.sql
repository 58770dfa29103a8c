-- How many outlets of each merchant stood where on the day $1 (which ended at $2), in the category that it was of then; only
-- those of approved merchants where $3 says so, else all but rejected ones: the same rows that figures are made of
-- (figure/read_standing). Index: merchant_transition_date_ix; reads all outlets.
SELECT o.merchant_id, k.category_code, s.district_place_id, s.ward_place_id, s.street_place_id,
       0::bigint AS amount_vnd, count(*) AS things
FROM adoption_span s
JOIN outlet o USING (outlet_id)
JOIN merchant m USING (merchant_id)
JOIN merchant_category_on($1) k USING (merchant_id)
LEFT JOIN (
    SELECT DISTINCT ON (merchant_id) merchant_id, from_status FROM merchant_transition
    WHERE business_date > $1::date ORDER BY merchant_id, sequence) later USING (merchant_id)
CROSS JOIN LATERAL (
    SELECT CASE WHEN later.merchant_id IS NULL THEN m.status ELSE later.from_status END AS status) at_end
WHERE s.span_from <= $1::date AND s.span_before > $1::date
  AND o.created_at < $2::timestamptz AND m.created_at < $2::timestamptz
  AND CASE WHEN $3::boolean THEN at_end.status = 'APPROVED' ELSE at_end.status NOT IN ('', 'REJECTED') END
GROUP BY 1, 2, 3, 4, 5
ORDER BY 1, 2, 3, 4, 5
