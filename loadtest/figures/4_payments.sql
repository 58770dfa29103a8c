-- $1 payments over the $3 days up to $2, in the order of days; a few outlets are paid much more often than the others.
INSERT INTO payment (payment_id, bank_code, bank_reference, direction, account_number, amount_vnd, memo, booked_at,
    received_at, business_date, outcome, merchant_id, outlet_id)
SELECT gen_random_uuid(), 'loadbank', 'FT' || n, 'CREDIT', '1', 1000 * (5 + floor(power(random(), 3) * 900))::bigint, '',
       moment, moment + random() * interval '90 seconds', day, 'OUTLET', o.merchant_id, o.outlet_id
FROM generate_series(1, $1::bigint) n
CROSS JOIN LATERAL (SELECT $2::date - $3::integer + 1 + ((n - 1) * $3::bigint / $1::bigint)::integer AS day) d
CROSS JOIN LATERAL (
    SELECT business_day_start(day) + (7 * 3600 + random() * 50000) * interval '1 second' AS moment) at
JOIN load_outlet o ON o.number = 1 + floor(power(random(), 1.6) * (SELECT count(*) FROM load_outlet))::bigint
