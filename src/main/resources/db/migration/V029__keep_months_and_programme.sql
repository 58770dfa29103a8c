-- Why: with 100,000 outlets three things that city staff look at were counted over all of them for each reader: a year
-- of amounts (5.5 M rows of place_day_amount), how far registrations have come, and what is wrong with outlets. Amounts
-- get a rollup a month, kept by the fold; the others are kept by a job where a city is big. Figures of a day read
-- payments by the day alone.
-- Lock: place_day_amount is locked against the fold while it is added up. Time on 100 M rows: some 30 seconds; every
-- day's figures are computed once more in the background, which keeps the first payments. An older service that still
-- folds leaves place_month_amount behind: stop it first, or empty place_month_amount and repeat the INSERT below.
-- Back: drop the four tables and two functions.

-- place_day_amount added up by month: the median of a year reads twelve months instead of 365 days.
CREATE TABLE place_month_amount (
    place_id        text NOT NULL,
    month           date NOT NULL,
    amount_bucket   bigint NOT NULL,
    transactions    bigint NOT NULL,
    CONSTRAINT place_month_amount_pk PRIMARY KEY (place_id, month, amount_bucket) INCLUDE (transactions),
    CONSTRAINT place_month_amount_starts CHECK (extract(day FROM month) = 1)
);
LOCK TABLE place_day_amount IN SHARE MODE;
INSERT INTO place_month_amount (place_id, month, amount_bucket, transactions)
SELECT place_id, date_trunc('month', business_date)::date, amount_bucket, sum(transactions)::bigint
FROM place_day_amount
GROUP BY 1, 2, 3
HAVING sum(transactions) <> 0;

-- When each outlet was paid for the first time, written with the figures of that day.
CREATE TABLE outlet_first_payment (
    outlet_id       uuid NOT NULL,
    business_date   date NOT NULL,
    paid_at         timestamptz NOT NULL,
    CONSTRAINT outlet_first_payment_pk PRIMARY KEY (outlet_id)
);
CREATE INDEX outlet_first_payment_date_ix ON outlet_first_payment (business_date);

-- How far the registrations have come that were begun in one week, in one district, alone or with a helper. reached:
-- how many came to step 0, 1, … 6 or later (programme.Funnel.Step); the arrays: whole seconds from one step to the next
-- of each that has both.
CREATE TABLE onboarding_week (
    monday              date NOT NULL,
    district_place_id   text NOT NULL,
    assisted            boolean NOT NULL,
    reached             bigint[] NOT NULL,
    register_seconds    integer[] NOT NULL,
    approve_seconds     integer[] NOT NULL,
    code_seconds        integer[] NOT NULL,
    payment_seconds     integer[] NOT NULL,
    CONSTRAINT onboarding_week_pk PRIMARY KEY (monday, district_place_id, assisted),
    CONSTRAINT onboarding_week_starts CHECK (extract(isodow FROM monday) = 1),
    CONSTRAINT onboarding_week_reached_whole CHECK (cardinality(reached) = 7)
);

-- What is wrong with the outlets of a district.
CREATE TABLE outlet_fault (
    district_place_id       text NOT NULL,
    outlets_without_street  bigint NOT NULL,
    outlets_without_ward    bigint NOT NULL,
    outlets_in_ended_ward   bigint NOT NULL,
    codes_never_checked     bigint NOT NULL,
    CONSTRAINT outlet_fault_pk PRIMARY KEY (district_place_id)
);

-- One row once the two tables above are kept: as of which moment.
CREATE TABLE programme_kept (
    only_row    boolean NOT NULL DEFAULT true,
    kept_at     timestamptz NOT NULL,
    CONSTRAINT programme_kept_pk PRIMARY KEY (only_row),
    CONSTRAINT programme_kept_single CHECK (only_row)
);

-- What onboarding_week keeps, of registrations begun since a moment, as of a day. A registration's place is that of the
-- merchant's outlets, or as far as it was said; '' where nobody knows. An outlet is paid where it has a day in the
-- rollups.
CREATE FUNCTION onboarding_weeks(begun_from timestamptz, today date)
RETURNS TABLE (monday date, district_place_id text, assisted boolean, reached bigint[], register_seconds integer[],
    approve_seconds integer[], code_seconds integer[], payment_seconds integer[])
LANGUAGE sql STABLE AS $body$
    WITH begun AS (
        SELECT s.started_at, s.assisted, s.merchant_id, s.district_place_id
        FROM onboarding_start s
        WHERE s.started_at >= begun_from
        UNION ALL
        SELECT m.created_at, m.assisted_by IS NOT NULL, m.merchant_id, NULL
        FROM merchant m
        WHERE m.created_at >= begun_from
            AND NOT EXISTS (SELECT FROM onboarding_start s WHERE s.merchant_id = m.merchant_id)
    ), recent AS (
        SELECT date_trunc('month', day)::date AS month,
               bit_or(1 << (extract(day FROM day)::integer - 1)) AS days28,
               COALESCE(bit_or(1 << (extract(day FROM day)::integer - 1))
                   FILTER (WHERE day::date > today - 7), 0) AS days7
        FROM generate_series((today - 27)::timestamp, today::timestamp, interval '1 day') AS day
        GROUP BY 1
    ), shop AS (
        SELECT o.merchant_id, min(l.district_place_id) AS district, min(q.issued_at) AS code_at,
               min(f.paid_at) AS paid_at, bool_or(e.outlet_id IS NOT NULL) AS paid
        FROM outlet o
        LEFT JOIN outlet_location l ON l.outlet_id = o.outlet_id AND l.valid_to IS NULL
        LEFT JOIN (SELECT outlet_id, min(issued_at) AS issued_at FROM qr_code GROUP BY 1) q
            ON q.outlet_id = o.outlet_id
        LEFT JOIN outlet_first_payment f ON f.outlet_id = o.outlet_id
        LEFT JOIN (SELECT DISTINCT outlet_id FROM outlet_month WHERE active_days <> 0) e ON e.outlet_id = o.outlet_id
        GROUP BY 1
    ), lately AS (
        SELECT merchant_id, sum(bit_count(days28::bit(32))) AS days28, bool_or(days7 <> 0) AS active
        FROM (
            SELECT o.merchant_id, m.month, bit_or(m.active_days & r.days28) AS days28,
                   bit_or(m.active_days & r.days7) AS days7
            FROM recent r
            JOIN outlet_month m ON m.month = r.month AND m.active_days & r.days28 <> 0
            JOIN outlet o USING (outlet_id)
            GROUP BY 1, 2) month_of
        GROUP BY 1
    ), walked AS (
        SELECT date_trunc('week', b.started_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS monday,
               COALESCE(s.district, b.district_place_id, '') AS district, b.assisted,
               CASE WHEN r.days28 >= 8 THEN 6 WHEN r.active THEN 5 WHEN s.paid THEN 4 WHEN s.code_at IS NOT NULL THEN 3
                   WHEN m.approved_at IS NOT NULL THEN 2 WHEN m.merchant_id IS NOT NULL THEN 1 ELSE 0 END AS furthest,
               floor(extract(epoch FROM m.created_at - b.started_at))::integer AS register_s,
               floor(extract(epoch FROM m.approved_at - m.created_at))::integer AS approve_s,
               CASE WHEN s.code_at IS NOT NULL
                   THEN floor(extract(epoch FROM GREATEST(s.code_at, m.approved_at) - m.approved_at))::integer
                   END AS code_s,
               CASE WHEN s.paid_at >= s.code_at
                   THEN floor(extract(epoch FROM s.paid_at - s.code_at))::integer END AS payment_s
        FROM begun b
        LEFT JOIN merchant m ON m.merchant_id = b.merchant_id
        LEFT JOIN shop s ON s.merchant_id = m.merchant_id
        LEFT JOIN lately r ON r.merchant_id = m.merchant_id
    )
    SELECT monday, district, assisted,
           ARRAY[count(*), count(*) FILTER (WHERE furthest >= 1), count(*) FILTER (WHERE furthest >= 2),
               count(*) FILTER (WHERE furthest >= 3), count(*) FILTER (WHERE furthest >= 4),
               count(*) FILTER (WHERE furthest >= 5), count(*) FILTER (WHERE furthest >= 6)],
           COALESCE(array_agg(register_s ORDER BY register_s) FILTER (WHERE register_s IS NOT NULL), '{}'),
           COALESCE(array_agg(approve_s ORDER BY approve_s) FILTER (WHERE approve_s IS NOT NULL), '{}'),
           COALESCE(array_agg(code_s ORDER BY code_s) FILTER (WHERE code_s IS NOT NULL), '{}'),
           COALESCE(array_agg(payment_s ORDER BY payment_s) FILTER (WHERE payment_s IS NOT NULL), '{}')
    FROM walked
    GROUP BY 1, 2, 3
$body$;

-- What outlet_fault keeps, as of a day: approved outlets without a street, without a ward or in a ward that has ended,
-- and codes in force that nobody found good.
CREATE FUNCTION outlet_faults(today date)
RETURNS TABLE (district_place_id text, outlets_without_street bigint, outlets_without_ward bigint,
    outlets_in_ended_ward bigint, codes_never_checked bigint)
LANGUAGE sql STABLE AS $body$
    SELECT l.district_place_id, count(*) FILTER (WHERE l.street_place_id IS NULL),
           count(*) FILTER (WHERE l.ward_place_id IS NULL), count(*) FILTER (WHERE w.valid_to < today),
           COALESCE(sum(c.codes), 0)::bigint
    FROM outlet o
    JOIN merchant m ON m.merchant_id = o.merchant_id AND m.status = 'APPROVED'
    JOIN outlet_location l ON l.outlet_id = o.outlet_id AND l.valid_to IS NULL
    LEFT JOIN place w ON w.place_id = l.ward_place_id
    LEFT JOIN (
        SELECT q.outlet_id, count(*) AS codes FROM qr_code q
        WHERE NOT EXISTS (SELECT FROM qr_revocation r WHERE r.serial = q.serial)
            AND NOT EXISTS (SELECT FROM self_check g WHERE g.qr_id = q.qr_id AND g.verdict = 'GREEN')
        GROUP BY 1) c ON c.outlet_id = o.outlet_id
    GROUP BY 1
$body$;

-- As before (V023), but for how the watermark is compared: as an index it led the planner to read that of all payments.
CREATE OR REPLACE FUNCTION figure_credit(day date)
RETURNS TABLE (payment_id uuid, outlet_id uuid, amount_vnd bigint, booked_at timestamptz, payment_request_id uuid)
LANGUAGE sql STABLE AS $body$
    SELECT p.payment_id, CASE WHEN a.outcome IS NULL THEN p.outlet_id ELSE a.outlet_id END, p.amount_vnd, p.booked_at,
           CASE WHEN a.outcome IS NULL THEN p.payment_request_id ELSE a.payment_request_id END
    FROM payment p
    LEFT JOIN LATERAL (
        SELECT f.outcome, f.outlet_id, f.payment_request_id FROM payment_fact f
        WHERE f.payment_id = p.payment_id AND f.kind = 'ASSIGNMENT'
          AND f.recorded_xid < (SELECT folded_xid FROM adoption_watermark)
        ORDER BY f.sequence DESC LIMIT 1) a ON true
    WHERE p.business_date = day AND p.direction = 'CREDIT' AND p.twin_of IS NULL
      AND p.recorded_xid + 0 < (SELECT folded_xid FROM adoption_watermark)
      AND CASE WHEN a.outcome IS NULL THEN p.outcome ELSE a.outcome END <> 'UNMATCHED'
      AND CASE WHEN a.outcome IS NULL THEN p.outlet_id ELSE a.outlet_id END IS NOT NULL
      AND NOT EXISTS (
        SELECT FROM payment_reversal v
        WHERE v.bank_code = p.bank_code AND v.original_reference = p.bank_reference
          AND v.account_number = p.account_number AND v.amount_vnd = p.amount_vnd
          AND v.recorded_xid < (SELECT folded_xid FROM adoption_watermark))
$body$;

-- Days whose figures are there already are computed once more, for their first payments.
INSERT INTO figure_mark (day_from, day_to) VALUES ('-infinity', 'infinity');
