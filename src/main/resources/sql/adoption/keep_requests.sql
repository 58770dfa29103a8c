-- Keeps the payment requests of day $1 as read_requests counts them; tells how many rows changed. Index:
-- payment_request_date_ix, payment_request_ix, payment_fact_request_ix, adoption_request_day_pk.
WITH now AS MATERIALIZED (
    SELECT r.business_date, s.district_place_id, s.ward_place_id, s.street_place_id,
           count(DISTINCT r.outlet_id) AS outlets, count(*) AS issued,
           count(*) FILTER (WHERE paid.amount_vnd >= r.amount_vnd - r.amount_tolerance_vnd) AS paid
    FROM payment_request r
    JOIN adoption_span s ON s.outlet_id = r.outlet_id AND s.span_from <= r.business_date
        AND s.span_before > r.business_date
    LEFT JOIN LATERAL (
        SELECT sum(c.amount_vnd) AS amount_vnd
        FROM payment_request_credits(r.payment_request_id) c
        WHERE c.outcome <> 'UNMATCHED' AND NOT c.reversed
    ) paid ON true
    WHERE r.business_date = $1::date
    GROUP BY 1, 2, 3, 4
), gone AS (
    DELETE FROM adoption_request_day k
    WHERE k.business_date = $1::date AND NOT EXISTS (
        SELECT FROM now n
        WHERE (n.district_place_id, n.ward_place_id, n.street_place_id)
            = (k.district_place_id, k.ward_place_id, k.street_place_id))
    RETURNING 1
), kept AS (
    INSERT INTO adoption_request_day AS k (business_date, district_place_id, ward_place_id, street_place_id, outlets,
        issued, paid)
    SELECT business_date, district_place_id, ward_place_id, street_place_id, outlets, issued, paid FROM now
    ON CONFLICT ON CONSTRAINT adoption_request_day_pk DO UPDATE
    SET outlets = excluded.outlets, issued = excluded.issued, paid = excluded.paid
    WHERE k IS DISTINCT FROM excluded
    RETURNING 1
)
SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM kept) AS changed
