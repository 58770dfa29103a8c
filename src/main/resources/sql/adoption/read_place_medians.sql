-- Lower median of the rounded amounts per scope and point; parameters as in read_place_sums.
-- Index: place_day_amount_pk (index only).
SELECT DISTINCT ON (scope, point) scope, point, amount_bucket
FROM (
    SELECT scope, point, amount_bucket,
           sum(transactions) OVER (PARTITION BY scope, point ORDER BY amount_bucket) AS upto,
           sum(transactions) OVER (PARTITION BY scope, point) AS total
    FROM (
        SELECT s.scope, points.ordinality - 1 AS point, d.amount_bucket, sum(d.transactions) AS transactions
        FROM unnest($1::text[], $2::text[]) AS s (scope, place_id)
        CROSS JOIN unnest($3::date[], $4::date[]) WITH ORDINALITY AS points (point_from, point_to, ordinality)
        JOIN place_day_amount d
            ON d.place_id = s.place_id AND d.business_date BETWEEN points.point_from AND points.point_to
        GROUP BY 1, 2, 3
    ) bucket
) ranked
WHERE total > 0 AND upto * 2 >= total
ORDER BY scope, point, amount_bucket
