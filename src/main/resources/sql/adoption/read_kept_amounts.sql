-- How the credits' rounded amounts are spread, per scope and point: $1 scopes name the places $2; $3 points have the
-- kept days $4. Index: adoption_place_day_pk.
SELECT s.scope, d.point, k.amount_buckets, k.amount_transactions
FROM unnest($1::text[], $2::text[]) AS s (scope, place_id)
CROSS JOIN unnest($3::integer[], $4::date[]) AS d (point, day)
JOIN adoption_place_day k ON k.place_id = s.place_id AND k.business_date = d.day
