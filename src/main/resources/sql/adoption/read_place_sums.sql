-- Credits and money per scope and point: $1 scopes name the places $2 that are summed; $3 to $4 are the points.
-- Index: place_day_pk (index only).
SELECT s.scope, points.ordinality - 1 AS point, sum(d.transactions)::bigint AS transactions,
       sum(d.amount_vnd)::bigint AS amount_vnd
FROM unnest($1::text[], $2::text[]) AS s (scope, place_id)
CROSS JOIN unnest($3::date[], $4::date[]) WITH ORDINALITY AS points (point_from, point_to, ordinality)
JOIN place_day d ON d.place_id = s.place_id AND d.business_date BETWEEN points.point_from AND points.point_to
GROUP BY 1, 2
