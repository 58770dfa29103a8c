-- Shops of a large city: :outlets outlets of as many merchants, each with an account, a printed code and a place, more of
-- them in some districts than in others, a quarter of them on the walking streets. Same numbers, same shops.
\set ON_ERROR_STOP on
SET session_replication_role = replica;

CREATE TEMP TABLE spot AS
SELECT row_number() OVER (ORDER BY kind, ward, street) AS spot_no, count(*) OVER () AS spots, kind, district, ward, street
FROM (
    SELECT 'WARD' AS kind, w.district, w.ward, NULL::text AS street
    FROM (
        SELECT DISTINCT ON (p.place_id) p.place_id AS ward, m.container_place_id AS district
        FROM place p
        JOIN place_member m ON m.member_place_id = p.place_id AND m.container_place_id LIKE 'district-%'
        WHERE p.kind = 'WARD' AND p.valid_to IS NULL
        ORDER BY p.place_id, m.container_place_id) w
    UNION ALL
    SELECT 'STREET', d.container_place_id, w.container_place_id, p.place_id
    FROM place p
    JOIN LATERAL (SELECT container_place_id FROM place_member
        WHERE member_place_id = p.place_id AND container_place_id LIKE 'district-%' LIMIT 1) d ON true
    LEFT JOIN LATERAL (SELECT m.container_place_id FROM place_member m
        JOIN place w ON w.place_id = m.container_place_id AND w.valid_to IS NULL
        WHERE m.member_place_id = p.place_id AND w.kind = 'WARD' LIMIT 1) w ON true
    WHERE p.kind = 'STREET' AND p.valid_to IS NULL) s;

CREATE TEMP TABLE shop AS
SELECT n, md5('merchant ' || n)::uuid AS merchant_id, md5('outlet ' || n)::uuid AS outlet_id,
       md5('account ' || n)::uuid AS account_id, md5('code ' || n)::uuid AS qr_id,
       (ARRAY['5411', '5812', '5814', '5499', '5651', '5942', '5977', '7230'])[1 + n % 8] AS category_code,
       now() - make_interval(days => (n::bigint * 7919 % 400)::integer, secs => n % 86400) AS created_at,
       CASE WHEN n % 50 = 0 THEN 'PENDING' WHEN n % 97 = 0 THEN 'REJECTED' ELSE 'APPROVED' END AS status,
       CASE WHEN n % 4 = 0 THEN 'STREET' ELSE 'WARD' END AS kind,
       power((n::bigint * 104729 % 99991) / 99991.0, 2) AS busy
FROM generate_series(1, :outlets) AS n;

INSERT INTO merchant (merchant_id, status, legal_name, display_name, tax_code, phone_e164, category_code, locale,
    created_at, updated_at, approved_at, search_text)
SELECT merchant_id, status, 'Hộ kinh doanh ' || n, 'Cửa hàng ' || n, 'L' || lpad(n::text, 9, '0'),
       '+849' || lpad(n::text, 8, '0'), category_code, 'vi', created_at, created_at,
       CASE WHEN status = 'APPROVED' THEN created_at + interval '1 hour' END, 'cua hang ' || n
FROM shop ORDER BY n;
INSERT INTO merchant_transition (merchant_id, from_status, to_status, recorded_at, business_date, actor_role)
SELECT merchant_id, 'PENDING', status, created_at + interval '1 hour', business_day(created_at + interval '1 hour'), 'REGISTRAR'
FROM shop WHERE status <> 'PENDING' ORDER BY n;
INSERT INTO merchant_account (account_id, merchant_id, bank_bin, account_number, account_name, status, created_at)
SELECT account_id, merchant_id, '970422', lpad(n::text, 12, '0'), 'CUA HANG ' || n, 'APPROVED', created_at FROM shop ORDER BY n;
INSERT INTO outlet (outlet_id, merchant_id, name, address, created_at)
SELECT outlet_id, merchant_id, 'Cửa hàng ' || n, 'Số ' || n, created_at FROM shop ORDER BY n;
INSERT INTO outlet_location (outlet_id, valid_from, district_place_id, ward_place_id, street_place_id)
SELECT o.outlet_id, business_day(o.created_at), s.district, s.ward, s.street
FROM shop o
JOIN (SELECT kind, count(*) AS spots FROM spot GROUP BY 1) k USING (kind)
JOIN (SELECT *, row_number() OVER (PARTITION BY kind ORDER BY spot_no) AS kind_no FROM spot) s
    ON s.kind = o.kind AND s.kind_no = 1 + floor(k.spots * power((o.n::bigint * 15485863 % 99989) / 99989.0, 1.5))::bigint;
INSERT INTO qr_code (qr_id, merchant_id, outlet_id, account_id, reference, serial, payload, key_id, issued_at, expires_at,
    business_date)
SELECT qr_id, merchant_id, outlet_id, account_id, 'LT' || lpad(n::text, 10, '0'), 'LT' || lpad(n::text, 12, '0'), '-', 'loadtest',
       created_at + interval '2 hours', created_at + interval '3 years', business_day(created_at + interval '2 hours')
FROM shop WHERE status = 'APPROVED' ORDER BY n;
INSERT INTO reference (reference, merchant_id, outlet_id, qr_id, issued_at)
SELECT reference, merchant_id, outlet_id, qr_id, issued_at FROM qr_code;

-- From whom the payments of a day are drawn: busy shops hold more numbers.
CREATE TABLE IF NOT EXISTS loadtest_draw (draw_no integer PRIMARY KEY, merchant_id uuid NOT NULL, outlet_id uuid NOT NULL,
    account_number text NOT NULL, opened date NOT NULL, draws integer NULL);
INSERT INTO loadtest_draw
SELECT row_number() OVER (ORDER BY n, times), merchant_id, outlet_id, lpad(n::text, 12, '0'), business_day(created_at)
FROM shop CROSS JOIN LATERAL generate_series(1, 1 + (busy * 9)::integer) AS times
WHERE status = 'APPROVED' AND n % 10 <> 0;
ANALYZE;
SELECT count(*) AS draws FROM loadtest_draw;
