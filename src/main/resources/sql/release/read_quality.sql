-- How complete the data of the days $1 to $2 is: days sealed; banks that told transactions; pairs of bank and day without a
-- statement; transactions told and those that found their shop. Index: day_seal_pk, payment_business_date_bx.
WITH told AS MATERIALIZED (
    SELECT bank_code, business_date, count(*) AS received, count(*) FILTER (WHERE outcome <> 'UNMATCHED') AS matched
    FROM payment
    WHERE business_date BETWEEN $1::date AND $2::date AND direction = 'CREDIT' AND twin_of IS NULL
    GROUP BY 1, 2
)
SELECT (SELECT count(*) FROM day_seal WHERE business_date BETWEEN $1::date AND $2::date)::integer AS days_sealed,
       (SELECT count(DISTINCT bank_code) FROM told)::integer AS banks,
       (SELECT count(*) FROM told t WHERE NOT EXISTS (
            SELECT FROM statement s WHERE s.bank_code = t.bank_code
              AND t.business_date BETWEEN s.period_from AND s.period_to))::integer AS statements_missing,
       COALESCE((SELECT sum(received) FROM told), 0)::bigint AS received,
       COALESCE((SELECT sum(matched) FROM told), 0)::bigint AS matched
