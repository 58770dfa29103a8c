-- Payments that lines without a known reference may be about: same account, amount and direction, a day apart at most,
-- and either of a code that the line names ($8 place, $9 what it was issued for) or booked within $10 seconds. At most
-- twenty a line, nearest first. rivals: further waiting lines of the same payer that fit as well.
-- Indexes: statement_candidate_pk, payment_pk, statement_line_payment_uq, statement_line_pending_account_ix.
WITH line AS MATERIALIZED (
    SELECT * FROM unnest($2::integer[], $3::text[], $4::text[], $5::bigint[], $6::timestamptz[], $7::boolean[],
                         $11::text[], $12::text[], $13::text[], $14::text[])
        AS t (place, account_number, direction, amount_vnd, booked_at, is_exact, bank_trace, payer_name, payer_account,
              memo)),
code AS MATERIALIZED (SELECT * FROM unnest($8::integer[], $9::uuid[]) AS t (place, target)),
told AS MATERIALIZED (
    SELECT p.*
    FROM (SELECT DISTINCT account_number, amount_vnd, direction FROM line) k
    JOIN statement_candidate c ON c.upload_id = $15 AND c.account_number = k.account_number
                              AND c.amount_vnd = k.amount_vnd AND c.direction = k.direction
    JOIN payment p ON p.payment_id = c.payment_id),
alike AS (
    SELECT l.place, p.payment_id, p.booked_at, p.payer_name, p.payer_account,
           c.target IS NOT NULL AS by_code,
           abs(extract(epoch FROM p.booked_at - l.booked_at))::bigint AS apart_s,
           l.is_exact AND abs(extract(epoch FROM p.booked_at - l.booked_at)) <= $10 AS is_near,
           CASE WHEN l.payer_account IS NOT NULL AND p.payer_account IS NOT NULL
                    THEN l.payer_account = p.payer_account
                WHEN l.payer_name IS NOT NULL AND p.payer_name IS NOT NULL
                    THEN upper(l.payer_name) = upper(p.payer_name) END AS same_payer,
           s.statement_id AS told_by,
           s.statement_id IS NOT NULL AND s.booked_at = l.booked_at AND s.memo = l.memo
               AND s.payer_name IS NOT DISTINCT FROM l.payer_name
               AND s.bank_trace IS NOT DISTINCT FROM l.bank_trace AS same_line
    FROM line l
    JOIN told p ON p.account_number = l.account_number AND p.amount_vnd = l.amount_vnd AND p.direction = l.direction
               AND p.business_date BETWEEN (l.booked_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date - 1
                                       AND (l.booked_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + 1
               AND (p.bank_trace IS NULL OR l.bank_trace IS NULL OR p.bank_trace = l.bank_trace)
    JOIN bank b ON b.bank_code = p.bank_code AND b.bin = $1
    LEFT JOIN code c ON c.place = l.place AND c.target IN (p.qr_id, p.payment_request_id)
    LEFT JOIN statement_line s ON s.payment_id = p.payment_id AND s.result IN ('MATCHED', 'RECOVERED')),
ranked AS (
    SELECT a.*, row_number() OVER (PARTITION BY a.place ORDER BY a.told_by IS NOT NULL, a.apart_s, a.payment_id) AS rank
    FROM alike a
    WHERE a.by_code OR a.is_near OR a.same_line)
SELECT r.place, r.payment_id, r.by_code, r.apart_s, r.is_near, r.same_payer, r.told_by, r.same_line,
       (SELECT count(*) FROM statement_line_pending o
        WHERE o.account_number = l.account_number AND o.amount_vnd = l.amount_vnd AND o.direction = l.direction
          AND o.is_exact AND o.booked_at BETWEEN r.booked_at - $10 * interval '1 second'
                                             AND r.booked_at + $10 * interval '1 second'
          AND CASE WHEN o.payer_account IS NOT NULL AND r.payer_account IS NOT NULL
                       THEN o.payer_account = r.payer_account
                   ELSE upper(o.payer_name) = upper(r.payer_name) END) AS rivals
FROM ranked r
JOIN line l ON l.place = r.place
WHERE r.rank <= 20
