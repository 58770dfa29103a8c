-- Adds to the rollups what changed in transactions $1 <= xid < $2: for each payment that is new there, or was taken back or
-- assigned there, what it counted as before $1 is taken away and what it counts as before $2 is added; and carries the
-- days of moved outlets to their new place. Indexes: payment_recorded_xid_ix, payment_reversal_recorded_xid_ix,
-- payment_fact_recorded_xid_ix, payment_fact_merchant_ix. Runs under the folder's lock, so that what it reads of the
-- rollups is what it changes.
WITH window_payment AS MATERIALIZED (
    SELECT payment_id FROM payment WHERE recorded_xid >= $1 AND recorded_xid < $2
), changed_payment AS MATERIALIZED (
    SELECT payment_id FROM window_payment
    UNION
    SELECT k.payment_id
    FROM payment_reversal r
    JOIN payment_key k ON k.bank_code = r.bank_code AND k.bank_reference = r.original_reference
    WHERE r.recorded_xid >= $1 AND r.recorded_xid < $2
    UNION
    SELECT f.payment_id FROM payment_fact f
    WHERE f.recorded_xid >= $1 AND f.recorded_xid < $2 AND f.kind = 'ASSIGNMENT'
), counted AS (
    SELECT CASE WHEN a.outcome IS NULL THEN p.outlet_id ELSE a.outlet_id END AS outlet_id,
           p.business_date, p.amount_vnd, moment.sign
    FROM changed_payment c
    JOIN payment p ON p.payment_id = c.payment_id
    CROSS JOIN LATERAL (VALUES ($1::bigint, -1), ($2::bigint, 1)) AS moment (upto_xid, sign)
    LEFT JOIN LATERAL (
        SELECT f.outcome, f.outlet_id FROM payment_fact f
        WHERE f.payment_id = p.payment_id AND f.kind = 'ASSIGNMENT' AND f.recorded_xid < moment.upto_xid
        ORDER BY f.sequence DESC LIMIT 1) a ON true
    WHERE p.direction = 'CREDIT' AND p.twin_of IS NULL AND p.recorded_xid < moment.upto_xid
      AND CASE WHEN a.outcome IS NULL THEN p.outcome ELSE a.outcome END <> 'UNMATCHED'
      AND CASE WHEN a.outcome IS NULL THEN p.outlet_id ELSE a.outlet_id END IS NOT NULL
      AND NOT EXISTS (
        SELECT FROM payment_reversal v
        WHERE v.bank_code = p.bank_code AND v.original_reference = p.bank_reference
          AND v.account_number = p.account_number AND v.amount_vnd = p.amount_vnd
          AND v.recorded_xid < moment.upto_xid)
), bucket_delta AS MATERIALIZED (
    SELECT business_date, outlet_id, adoption_amount_bucket(amount_vnd) AS amount_bucket,
           sum(sign)::bigint AS transactions, sum(sign * amount_vnd)::bigint AS amount_vnd
    FROM counted GROUP BY 1, 2, 3
), day_delta AS (
    SELECT business_date, outlet_id, sum(transactions)::bigint AS transactions, sum(amount_vnd)::bigint AS amount_vnd
    FROM bucket_delta GROUP BY 1, 2
), moved AS (
    DELETE FROM outlet_moved RETURNING outlet_id
), touched AS (
    SELECT business_date, outlet_id FROM day_delta
    UNION
    SELECT od.business_date, od.outlet_id FROM outlet_day od WHERE od.outlet_id IN (SELECT outlet_id FROM moved)
), placed AS MATERIALIZED (
    SELECT t.business_date, t.outlet_id, COALESCE(d.transactions, 0) AS transactions,
           COALESCE(d.amount_vnd, 0) AS amount_vnd, COALESCE(od.transactions, 0) AS before,
           COALESCE(od.transactions, 0) + COALESCE(d.transactions, 0) AS after,
           COALESCE(od.district_place_id, l.district_place_id, '') AS old_district,
           COALESCE(od.ward_place_id, l.ward_place_id, '') AS old_ward,
           COALESCE(od.street_place_id, l.street_place_id, '') AS old_street,
           COALESCE(l.district_place_id, '') AS district,
           COALESCE(l.ward_place_id, '') AS ward,
           COALESCE(l.street_place_id, '') AS street
    FROM touched t
    LEFT JOIN day_delta d USING (business_date, outlet_id)
    LEFT JOIN outlet_day od USING (business_date, outlet_id)
    LEFT JOIN LATERAL adoption_location(t.outlet_id, t.business_date) l ON true
), misplaced AS MATERIALIZED (
    SELECT * FROM placed WHERE (old_district, old_ward, old_street) <> (district, ward, street)
), misplaced_payment AS MATERIALIZED (
    -- Payments that were recorded for the outlet on such a day, and those that were assigned to it.
    SELECT m.business_date, m.outlet_id, p.payment_id
    FROM misplaced m
    JOIN outlet USING (outlet_id)
    JOIN payment p ON p.merchant_id = outlet.merchant_id AND p.business_date = m.business_date
        AND p.outlet_id = m.outlet_id
    UNION
    SELECT m.business_date, m.outlet_id, f.payment_id
    FROM misplaced m
    JOIN outlet USING (outlet_id)
    JOIN payment_fact f ON f.merchant_id = outlet.merchant_id AND f.outlet_id = m.outlet_id AND f.kind = 'ASSIGNMENT'
), misplaced_amount AS MATERIALIZED (
    -- What of them stands in the rollups already of the days that change their place.
    SELECT m.business_date, m.outlet_id, adoption_amount_bucket(o.amount_vnd) AS amount_bucket,
           count(*) AS transactions, sum(o.amount_vnd)::bigint AS amount_vnd
    FROM misplaced_payment m
    JOIN payment o ON o.payment_id = m.payment_id AND o.business_date = m.business_date
    LEFT JOIN LATERAL (
        SELECT f.outcome, f.outlet_id FROM payment_fact f
        WHERE f.payment_id = o.payment_id AND f.kind = 'ASSIGNMENT' AND f.recorded_xid < $1
        ORDER BY f.sequence DESC LIMIT 1) a ON true
    WHERE o.recorded_xid < $1 AND o.direction = 'CREDIT' AND o.twin_of IS NULL
      AND CASE WHEN a.outcome IS NULL THEN o.outcome ELSE a.outcome END <> 'UNMATCHED'
      AND CASE WHEN a.outcome IS NULL THEN o.outlet_id ELSE a.outlet_id END = m.outlet_id
      AND NOT EXISTS (
        SELECT FROM payment_reversal v
        WHERE v.bank_code = o.bank_code AND v.original_reference = o.bank_reference
          AND v.account_number = o.account_number AND v.amount_vnd = o.amount_vnd AND v.recorded_xid < $1)
    GROUP BY 1, 2, 3
), place_bucket_change AS MATERIALIZED (
    SELECT place.place_id, change.business_date, change.amount_bucket,
           sum(change.transactions)::bigint AS transactions, sum(change.amount_vnd)::bigint AS amount_vnd
    FROM (
        SELECT p.district, p.ward, p.street, b.business_date, b.amount_bucket, b.transactions, b.amount_vnd
        FROM bucket_delta b JOIN placed p USING (business_date, outlet_id)
        UNION ALL
        SELECT m.district, m.ward, m.street, a.business_date, a.amount_bucket, a.transactions, a.amount_vnd
        FROM misplaced_amount a JOIN misplaced m USING (business_date, outlet_id)
        UNION ALL
        SELECT m.old_district, m.old_ward, m.old_street, a.business_date, a.amount_bucket, -a.transactions,
               -a.amount_vnd
        FROM misplaced_amount a JOIN misplaced m USING (business_date, outlet_id)
    ) change
    CROSS JOIN LATERAL (VALUES (change.district), (change.ward), (change.street)) AS place (place_id)
    WHERE place.place_id <> ''
    GROUP BY 1, 2, 3
), cell_change AS (
    SELECT business_date, district, ward, street, sum(outlets)::bigint AS outlets
    FROM (
        SELECT business_date, old_district AS district, old_ward AS ward, old_street AS street, -1 AS outlets
        FROM placed WHERE before > 0
        UNION ALL
        SELECT business_date, district, ward, street, 1 FROM placed WHERE after > 0
    ) change
    WHERE district <> ''
    GROUP BY 1, 2, 3, 4
    HAVING sum(outlets) <> 0
), month_change AS (
    -- A day whose state does not change is there twice and cancels.
    SELECT date_trunc('month', business_date)::date AS month, outlet_id, district, ward, street,
           bit_xor(1 << (extract(day FROM business_date)::integer - 1)) AS flipped
    FROM (
        SELECT business_date, outlet_id, old_district AS district, old_ward AS ward, old_street AS street
        FROM placed WHERE before > 0
        UNION ALL
        SELECT business_date, outlet_id, district, ward, street FROM placed WHERE after > 0
    ) change
    WHERE district <> ''
    GROUP BY 1, 2, 3, 4, 5
    HAVING bit_xor(1 << (extract(day FROM business_date)::integer - 1)) <> 0
), kept_days AS (
    INSERT INTO outlet_day AS kept (business_date, outlet_id, transactions, amount_vnd,
        district_place_id, ward_place_id, street_place_id)
    SELECT business_date, outlet_id, transactions, amount_vnd, district, ward, street FROM placed
    ON CONFLICT ON CONSTRAINT outlet_day_pk DO UPDATE
    SET transactions = kept.transactions + excluded.transactions, amount_vnd = kept.amount_vnd + excluded.amount_vnd,
        district_place_id = excluded.district_place_id, ward_place_id = excluded.ward_place_id,
        street_place_id = excluded.street_place_id
), kept_months AS (
    INSERT INTO outlet_month AS kept (month, outlet_id, district_place_id, ward_place_id, street_place_id, active_days)
    SELECT month, outlet_id, district, ward, street, flipped FROM month_change
    ON CONFLICT ON CONSTRAINT outlet_month_pk DO UPDATE SET active_days = kept.active_days # excluded.active_days
), kept_cells AS (
    INSERT INTO cell_day AS kept (business_date, district_place_id, ward_place_id, street_place_id, outlets)
    SELECT business_date, district, ward, street, outlets FROM cell_change
    ON CONFLICT ON CONSTRAINT cell_day_pk DO UPDATE SET outlets = kept.outlets + excluded.outlets
), kept_places AS (
    INSERT INTO place_day AS kept (place_id, business_date, transactions, amount_vnd)
    SELECT place_id, business_date, sum(transactions), sum(amount_vnd) FROM place_bucket_change GROUP BY 1, 2
    ON CONFLICT ON CONSTRAINT place_day_pk DO UPDATE
    SET transactions = kept.transactions + excluded.transactions, amount_vnd = kept.amount_vnd + excluded.amount_vnd
), kept_amounts AS (
    INSERT INTO place_day_amount AS kept (place_id, business_date, amount_bucket, transactions)
    SELECT place_id, business_date, amount_bucket, transactions FROM place_bucket_change WHERE transactions <> 0
    ON CONFLICT ON CONSTRAINT place_day_amount_pk DO UPDATE
    SET transactions = kept.transactions + excluded.transactions
), kept_month_amounts AS (
    INSERT INTO place_month_amount AS kept (place_id, month, amount_bucket, transactions)
    SELECT place_id, date_trunc('month', business_date)::date, amount_bucket, sum(transactions)::bigint
    FROM place_bucket_change
    GROUP BY 1, 2, 3
    HAVING sum(transactions) <> 0
    ON CONFLICT ON CONSTRAINT place_month_amount_pk DO UPDATE
    SET transactions = kept.transactions + excluded.transactions
), marked AS (
    -- Figures of these days are out of date (see V023): the day of a changed payment and of its request; where an
    -- outlet's day becomes active or idle or changes its place, the days whose windows look back on it, and every later
    -- one where it was the outlet's first.
    INSERT INTO figure_mark (day_from, day_to)
    SELECT DISTINCT day_from, day_to
    FROM (
        SELECT p.business_date AS day_from, p.business_date AS day_to
        FROM changed_payment JOIN payment p USING (payment_id)
        UNION ALL
        SELECT r.business_date, r.business_date
        FROM payment_request r
        WHERE r.payment_request_id IN (
            SELECT p.payment_request_id FROM changed_payment JOIN payment p USING (payment_id)
            UNION ALL
            SELECT f.payment_request_id FROM changed_payment JOIN payment_fact f USING (payment_id)
            WHERE f.kind = 'ASSIGNMENT')
        UNION ALL
        SELECT p.business_date, CASE WHEN EXISTS (
            SELECT FROM outlet_day e
            WHERE e.outlet_id = p.outlet_id AND e.business_date < p.business_date AND e.transactions > 0)
            THEN p.business_date + 59 ELSE 'infinity' END
        FROM placed p
        WHERE (p.before > 0) <> (p.after > 0)
           OR (p.old_district, p.old_ward, p.old_street) <> (p.district, p.ward, p.street)
    ) change
)
SELECT (SELECT count(*) FROM window_payment) AS payments, (SELECT count(*) FROM changed_payment) AS changed,
       (SELECT count(*) FROM misplaced) AS days_moved
