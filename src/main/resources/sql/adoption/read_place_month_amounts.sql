-- How many credits had which rounded amount, per scope and point: $1 scopes name the places $2 that are summed; $3
-- points have the whole months $4. Index: place_month_amount_pk (index only).
SELECT s.scope, points.point, d.amount_bucket, sum(d.transactions)::bigint AS transactions
FROM unnest($1::text[], $2::text[]) AS s (scope, place_id)
CROSS JOIN unnest($3::integer[], $4::date[]) AS points (point, month)
JOIN place_month_amount d ON d.place_id = s.place_id AND d.month = points.month
GROUP BY 1, 2, 3
