-- What each merchant took in each area on the days $1 to $2, and in how many payments. Index: outlet_day_pk.
SELECT o.merchant_id, m.category_code, d.district_place_id, d.ward_place_id, d.street_place_id,
       sum(d.amount_vnd)::bigint AS amount_vnd, sum(d.transactions)::bigint AS things
FROM outlet_day d
JOIN outlet o USING (outlet_id)
JOIN merchant m USING (merchant_id)
WHERE d.business_date BETWEEN $1::date AND $2::date
GROUP BY 1, 2, 3, 4, 5
HAVING sum(d.transactions) > 0
ORDER BY 1, 2, 3, 4, 5
