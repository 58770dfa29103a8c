-- About :perday payments a day from the :from-th to the :to-th day before today, written without their indexes and in order
-- of days. No row of payment_key and none of the callbacks: pages read neither.
\set ON_ERROR_STOP on
SET session_replication_role = replica;
INSERT INTO payment (payment_id, bank_code, bank_reference, direction, account_number, amount_vnd, memo, booked_at,
    received_at, recorded_at, business_date, outcome, merchant_id, outlet_id)
SELECT (lpad(to_hex((extract(epoch FROM p.booked_at) * 1000)::bigint), 12, '0') || '7' || left(p.noise, 3) || 'a'
           || substr(p.noise, 4, 15))::uuid, 'loadtest', 'S' || p.day_no || '.' || p.n, 'CREDIT', d.account_number, p.amount_vnd, '', p.booked_at,
       p.booked_at + interval '2 seconds', p.booked_at + interval '2 seconds', p.business_date, 'OUTLET', d.merchant_id,
       d.outlet_id
FROM (
    SELECT day_no, n, business_day(now()) - day_no AS business_date,
           business_day_start(business_day(now()) - day_no) + make_interval(secs => 21600 + random() * 57600) AS booked_at,
           (5 + floor(exp(random() * 5.5)))::bigint * 1000 AS amount_vnd,
           replace(gen_random_uuid()::text, '-', '') AS noise,
           1 + floor(random() * (SELECT max(draw_no) FROM loadtest_draw))::integer AS draw_no
    FROM generate_series(:from, :to, -1) AS day_no CROSS JOIN generate_series(1, :perday) AS n
    OFFSET 0) p
JOIN loadtest_draw d USING (draw_no)
WHERE d.opened <= p.business_date;
