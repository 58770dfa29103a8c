-- How many outlets of each merchant were credited on at least $3 of the days $1 to $2, where they stand on the last of
-- them, whatever they stood before: the same rows that figures are made of (figure/read_standing). Index: outlet_day_pk.
SELECT merchant_id, k.category_code, s.district_place_id, s.ward_place_id, s.street_place_id,
       0::bigint AS amount_vnd, count(*) AS things
FROM (
    SELECT d.outlet_id
    FROM outlet_day d
    WHERE d.business_date BETWEEN $1::date AND $2::date AND d.transactions > 0
    GROUP BY 1
    HAVING count(*) >= $3::integer
) habitual
JOIN adoption_span s ON s.outlet_id = habitual.outlet_id AND s.span_from <= $2::date AND s.span_before > $2::date
JOIN outlet o ON o.outlet_id = habitual.outlet_id
JOIN merchant_category_on($2) k USING (merchant_id)
GROUP BY 1, 2, 3, 4, 5
ORDER BY 1, 2, 3, 4, 5
