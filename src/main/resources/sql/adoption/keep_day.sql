-- Keeps what stands of day $1 (it ends at $2) by place and by cell; the last 31 days are months $3 with their days $4
-- as bits. Tells how many rows changed. Counts as read_active_by_place, read_active_cells, read_standing_by_place and
-- read_standing_cells do. Index: outlet_month_pk, merchant_transition_date_ix, qr_code_outlet_date_ix,
-- place_day_amount_pk, adoption_place_day_date_ix, adoption_cell_day_pk; reads all outlets.
WITH active AS MATERIALIZED (
    -- How many days ago each outlet was last paid in each cell, today being 0.
    SELECT m.outlet_id, m.district_place_id AS district, m.ward_place_id AS ward, m.street_place_id AS street,
           min($1::date - m.month - length(ltrim((m.active_days & w.days)::bit(32)::text, '0')) + 1) AS age
    FROM unnest($3::date[], $4::integer[]) AS w (month, days)
    JOIN outlet_month m ON m.month = w.month AND m.active_days & w.days <> 0
    GROUP BY 1, 2, 3, 4
), outlets AS MATERIALIZED (
    SELECT s.district_place_id AS district, s.ward_place_id AS ward, s.street_place_id AS street, o.merchant_id,
           CASE WHEN later.merchant_id IS NULL THEN m.status ELSE later.from_status END AS status, q.codes
    FROM adoption_span s
    JOIN outlet o USING (outlet_id)
    JOIN merchant m USING (merchant_id)
    LEFT JOIN (
        SELECT DISTINCT ON (merchant_id) merchant_id, from_status FROM merchant_transition
        WHERE business_date > $1 ORDER BY merchant_id, sequence) later USING (merchant_id)
    LEFT JOIN (
        SELECT outlet_id, count(*) AS codes FROM qr_code WHERE business_date <= $1 GROUP BY 1) q USING (outlet_id)
    WHERE s.span_from <= $1 AND s.span_before > $1 AND o.created_at < $2 AND m.created_at < $2
), aged AS MATERIALIZED (
    SELECT place_id, age, count(*) AS outlets
    FROM (
        SELECT p.place_id, a.outlet_id, min(a.age) AS age
        FROM active a
        CROSS JOIN LATERAL (VALUES ('city'), (a.district), (a.ward), (a.street)) AS p (place_id)
        WHERE p.place_id <> ''
        GROUP BY 1, 2) last
    GROUP BY 1, 2
), activity AS (
    SELECT place_id, array_agg(outlets ORDER BY days) AS active_outlets
    FROM (
        SELECT t.place_id, n.days, COALESCE(sum(a.outlets), 0)::bigint AS outlets
        FROM (SELECT DISTINCT place_id FROM aged) t
        CROSS JOIN generate_series(1, 31) AS n (days)
        LEFT JOIN aged a ON a.place_id = t.place_id AND a.age < n.days
        GROUP BY 1, 2) upto
    GROUP BY 1
), standing AS (
    SELECT place_id, count(*) FILTER (WHERE status <> 'REJECTED') AS registered,
           count(*) FILTER (WHERE status = 'APPROVED') AS approved, sum(codes)::bigint AS codes,
           COALESCE(sum(outlets) FILTER (WHERE status <> 'REJECTED'), 0)::bigint AS registered_outlets,
           COALESCE(sum(outlets) FILTER (WHERE status = 'APPROVED'), 0)::bigint AS approved_outlets,
           sum(outlets_with_codes)::bigint AS outlets_with_codes
    FROM (
        SELECT p.place_id, o.merchant_id, o.status, count(*) AS outlets, COALESCE(sum(o.codes), 0) AS codes,
               count(o.codes) AS outlets_with_codes
        FROM outlets o
        CROSS JOIN LATERAL (VALUES (o.district), (o.ward), (o.street)) AS p (place_id)
        WHERE p.place_id <> ''
        GROUP BY 1, 2, 3) merchants
    GROUP BY 1
), amounts AS (
    SELECT place_id, array_agg(amount_bucket ORDER BY amount_bucket) AS buckets,
           array_agg(transactions ORDER BY amount_bucket) AS transactions
    FROM (
        SELECT d.place_id, d.amount_bucket, d.transactions
        FROM place p
        JOIN place_day_amount d ON d.place_id = p.place_id AND d.business_date = $1
        WHERE d.transactions <> 0
        UNION ALL
        SELECT 'city', d.amount_bucket, sum(d.transactions)::bigint
        FROM place p
        JOIN place_day_amount d ON d.place_id = p.place_id AND d.business_date = $1
        WHERE p.kind = 'DISTRICT'
        GROUP BY 2
        HAVING sum(d.transactions) <> 0) bucket
    GROUP BY 1
), place_now AS MATERIALIZED (
    SELECT place_id, COALESCE(a.active_outlets, array_fill(0::bigint, ARRAY[31])) AS active_outlets,
           COALESCE(s.registered, 0) AS registered, COALESCE(s.approved, 0) AS approved, COALESCE(s.codes, 0) AS codes,
           COALESCE(s.registered_outlets, 0) AS registered_outlets, COALESCE(s.approved_outlets, 0) AS approved_outlets,
           COALESCE(s.outlets_with_codes, 0) AS outlets_with_codes, COALESCE(b.buckets, '{}') AS buckets,
           COALESCE(b.transactions, '{}') AS transactions
    FROM activity a
    FULL JOIN standing s USING (place_id)
    FULL JOIN amounts b USING (place_id)
), cell_now AS MATERIALIZED (
    SELECT district, ward, street, sum(active_7)::bigint AS active_7, sum(active_30)::bigint AS active_30,
           sum(registered)::bigint AS registered, sum(approved)::bigint AS approved,
           sum(with_codes)::bigint AS with_codes
    FROM (
        SELECT district, ward, street, (age < 7)::integer AS active_7, (age < 30)::integer AS active_30,
               0 AS registered, 0 AS approved, 0 AS with_codes
        FROM active
        UNION ALL
        SELECT district, ward, street, 0, 0, CASE WHEN status <> 'REJECTED' THEN 1 ELSE 0 END,
               CASE WHEN status = 'APPROVED' THEN 1 ELSE 0 END, CASE WHEN codes > 0 THEN 1 ELSE 0 END
        FROM outlets) outlet
    GROUP BY 1, 2, 3
), place_gone AS (
    DELETE FROM adoption_place_day k
    WHERE k.business_date = $1 AND NOT EXISTS (SELECT FROM place_now n WHERE n.place_id = k.place_id)
    RETURNING 1
), cell_gone AS (
    DELETE FROM adoption_cell_day k
    WHERE k.business_date = $1 AND NOT EXISTS (
        SELECT FROM cell_now n
        WHERE (n.district, n.ward, n.street) = (k.district_place_id, k.ward_place_id, k.street_place_id))
    RETURNING 1
), place_kept AS (
    INSERT INTO adoption_place_day AS k (place_id, business_date, active_outlets, registered, approved, codes,
        registered_outlets, approved_outlets, outlets_with_codes, amount_buckets, amount_transactions)
    SELECT place_id, $1, active_outlets, registered, approved, codes, registered_outlets, approved_outlets,
           outlets_with_codes, buckets, transactions
    FROM place_now
    ON CONFLICT ON CONSTRAINT adoption_place_day_pk DO UPDATE
    SET active_outlets = excluded.active_outlets, registered = excluded.registered, approved = excluded.approved,
        codes = excluded.codes, registered_outlets = excluded.registered_outlets,
        approved_outlets = excluded.approved_outlets, outlets_with_codes = excluded.outlets_with_codes,
        amount_buckets = excluded.amount_buckets, amount_transactions = excluded.amount_transactions
    WHERE k IS DISTINCT FROM excluded
    RETURNING 1
), cell_kept AS (
    INSERT INTO adoption_cell_day AS k (business_date, district_place_id, ward_place_id, street_place_id, active_7,
        active_30, registered, approved, with_codes)
    SELECT $1, district, ward, street, active_7, active_30, registered, approved, with_codes FROM cell_now
    ON CONFLICT ON CONSTRAINT adoption_cell_day_pk DO UPDATE
    SET active_7 = excluded.active_7, active_30 = excluded.active_30, registered = excluded.registered,
        approved = excluded.approved, with_codes = excluded.with_codes
    WHERE k IS DISTINCT FROM excluded
    RETURNING 1
)
SELECT (SELECT count(*) FROM place_gone) + (SELECT count(*) FROM cell_gone) + (SELECT count(*) FROM place_kept)
    + (SELECT count(*) FROM cell_kept) AS changed
