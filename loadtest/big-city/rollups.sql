-- Builds the rollups that the fold would have made of the payments, and says that every watermark is past them.
\set ON_ERROR_STOP on
SET session_replication_role = replica;
SET work_mem = '512MB';
TRUNCATE outlet_day, place_day, place_day_amount, place_month_amount, cell_day, outlet_month, outlet_moved;
INSERT INTO outlet_day (business_date, outlet_id, transactions, amount_vnd, district_place_id, ward_place_id, street_place_id)
SELECT p.business_date, p.outlet_id, p.transactions, p.amount_vnd, l.district_place_id, COALESCE(l.ward_place_id, ''),
       COALESCE(l.street_place_id, '')
FROM (SELECT business_date, outlet_id, count(*) AS transactions, sum(amount_vnd)::bigint AS amount_vnd
      FROM payment GROUP BY 1, 2) p
JOIN outlet_location l USING (outlet_id)
ORDER BY 1, 2;
INSERT INTO cell_day SELECT business_date, district_place_id, ward_place_id, street_place_id, count(*) FROM outlet_day GROUP BY 1, 2, 3, 4;
INSERT INTO outlet_month
SELECT date_trunc('month', business_date)::date, outlet_id, district_place_id, ward_place_id, street_place_id,
       bit_or(1 << (extract(day FROM business_date)::integer - 1))
FROM outlet_day GROUP BY 1, 2, 3, 4, 5;
CREATE TEMP TABLE cell_amount AS
SELECT business_date, district_place_id, COALESCE(ward_place_id, '') AS ward_place_id,
       COALESCE(street_place_id, '') AS street_place_id, adoption_amount_bucket(amount_vnd) AS amount_bucket,
       count(*) AS transactions, sum(p.amount_vnd)::bigint AS amount_vnd
FROM (SELECT business_date, outlet_id, amount_vnd FROM payment) p JOIN outlet_location l USING (outlet_id)
GROUP BY 1, 2, 3, 4, 5;
INSERT INTO place_day_amount (place_id, business_date, amount_bucket, transactions)
SELECT place.place_id, business_date, amount_bucket, sum(transactions)
FROM cell_amount CROSS JOIN LATERAL (VALUES (district_place_id), (ward_place_id), (street_place_id)) AS place (place_id)
WHERE place.place_id <> '' GROUP BY 1, 2, 3;
INSERT INTO place_month_amount (place_id, month, amount_bucket, transactions)
SELECT place_id, date_trunc('month', business_date)::date, amount_bucket, sum(transactions) FROM place_day_amount GROUP BY 1, 2, 3;
INSERT INTO place_day (place_id, business_date, transactions, amount_vnd)
SELECT place.place_id, business_date, sum(transactions), sum(amount_vnd)
FROM cell_amount CROSS JOIN LATERAL (VALUES (district_place_id), (ward_place_id), (street_place_id)) AS place (place_id)
WHERE place.place_id <> '' GROUP BY 1, 2;
UPDATE adoption_watermark SET folded_xid = pg_current_xact_id()::text::bigint, folded_at = now();
UPDATE book_watermark SET folded_xid = pg_current_xact_id()::text::bigint, folded_at = now();
UPDATE webhook_watermark SET relayed_xid = pg_current_xact_id()::text::bigint, relayed_at = now();
INSERT INTO figure_mark (day_from, day_to) VALUES ('-infinity', 'infinity');
