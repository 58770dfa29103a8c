-- A city of 30 districts, 126 wards and 40 streets with 20,000 outlets, and procedures that write payments.
INSERT INTO place (place_id, kind, code, name_vi, valid_from)
SELECT 'district-' || n, 'DISTRICT', n::text, n::text, DATE '2025-07-01' FROM generate_series(0, 29) n
UNION ALL SELECT 'ward-' || n, 'WARD', n::text, n::text, DATE '2025-07-01' FROM generate_series(0, 125) n
UNION ALL SELECT 'street-' || n, 'STREET', n::text, n::text, DATE '2025-07-01' FROM generate_series(0, 39) n;

INSERT INTO merchant (merchant_id, status, legal_name, display_name, tax_code, phone_e164, category_code, locale,
    created_at, updated_at)
SELECT lpad(to_hex(n), 32, '0')::uuid, 'APPROVED', 'x', 'x', n::text, n::text, '5812', 'vi', now(), now()
FROM generate_series(0, 19999) n;
INSERT INTO outlet (outlet_id, merchant_id, name, address, created_at)
SELECT merchant_id, merchant_id, 'x', 'x', now() FROM merchant;
INSERT INTO outlet_location (outlet_id, valid_from, district_place_id, ward_place_id, street_place_id)
SELECT lpad(to_hex(n), 32, '0')::uuid, '2025-07-01', 'district-' || n % 30, 'ward-' || n % 126,
       CASE WHEN n % 20 = 0 THEN 'street-' || n % 40 END
FROM generate_series(0, 19999) n;
DELETE FROM outlet_moved;
ANALYZE;

CREATE SEQUENCE bench_reference CACHE 100;

-- 100 payments of one business day, with their keys, in one statement pair.
CREATE PROCEDURE insert_payments() LANGUAGE sql AS $body$
    WITH fact AS MATERIALIZED (
        SELECT gen_random_uuid() AS payment_id, 'FT' || nextval('bench_reference') AS reference,
               lpad(to_hex(floor(20000 * random() ^ 2)::int), 32, '0')::uuid AS outlet,
               (1000 * floor(5 + 300 * random() ^ 3))::bigint AS amount
        FROM generate_series(1, 100)
    ), keyed AS (
        INSERT INTO payment_key (bank_code, bank_reference, meaning_hash, payment_id)
        SELECT 'bank', reference, 'x', payment_id FROM fact
    )
    INSERT INTO payment (payment_id, bank_code, bank_reference, direction, account_number, amount_vnd, memo, booked_at,
        received_at, business_date, outcome, merchant_id, outlet_id)
    SELECT payment_id, 'bank', reference, 'CREDIT', '1', amount, '', now(), now(), DATE '2026-03-10', 'OUTLET', outlet,
           outlet
    FROM fact
$body$;

-- The same rollups as the fold keeps, for the payments of this transaction, rows in key order so that no two deadlock.
CREATE PROCEDURE upsert_rollups() LANGUAGE plpgsql AS $body$
DECLARE
    own bigint := pg_current_xact_id()::text::bigint;
BEGIN
    INSERT INTO outlet_day AS k (business_date, outlet_id, transactions, amount_vnd)
    SELECT business_date, outlet_id, count(*), sum(amount_vnd) FROM payment WHERE recorded_xid = own
    GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT ON CONSTRAINT outlet_day_pk DO UPDATE
    SET transactions = k.transactions + excluded.transactions, amount_vnd = k.amount_vnd + excluded.amount_vnd;
    INSERT INTO place_day AS k (place_id, business_date, transactions, amount_vnd)
    SELECT v.place_id, p.business_date, count(*), sum(p.amount_vnd)
    FROM payment p CROSS JOIN LATERAL adoption_location(p.outlet_id, p.business_date) l
    CROSS JOIN LATERAL (VALUES (l.district_place_id), (l.ward_place_id), (l.street_place_id)) v (place_id)
    WHERE p.recorded_xid = own AND v.place_id <> '' GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT ON CONSTRAINT place_day_pk DO UPDATE
    SET transactions = k.transactions + excluded.transactions, amount_vnd = k.amount_vnd + excluded.amount_vnd;
    INSERT INTO place_day_amount AS k (place_id, business_date, amount_bucket, transactions)
    SELECT v.place_id, p.business_date, adoption_amount_bucket(p.amount_vnd), count(*)
    FROM payment p CROSS JOIN LATERAL adoption_location(p.outlet_id, p.business_date) l
    CROSS JOIN LATERAL (VALUES (l.district_place_id), (l.ward_place_id), (l.street_place_id)) v (place_id)
    WHERE p.recorded_xid = own AND v.place_id <> '' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT ON CONSTRAINT place_day_amount_pk DO UPDATE SET transactions = k.transactions + excluded.transactions;
END
$body$;

-- Many committed batches, for pricing the fold.
CREATE PROCEDURE insert_batches(batches integer) LANGUAGE plpgsql AS $body$
BEGIN
    FOR i IN 1 .. batches LOOP
        CALL insert_payments();
        COMMIT;
    END LOOP;
END
$body$;
