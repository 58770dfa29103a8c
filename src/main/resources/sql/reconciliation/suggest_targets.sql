-- Offers whose the money of a case might be: the codes in its memo, the only request of the credited account that was open
-- for this amount when it was booked, the outlets of that account's merchant. Indexes: reference_pk,
-- merchant_account_number_uq, payment_request_date_ix, payment_request_ix, outlet_merchant_ix.
WITH about AS (
    SELECT c.case_id, c.evidence, p.amount_vnd, p.booked_at, a.account_id, a.merchant_id
    FROM recon_case c
    JOIN payment p ON p.payment_id = c.payment_id
    LEFT JOIN bank b ON b.bank_code = p.bank_code
    LEFT JOIN merchant_account a ON a.bank_bin = b.bin AND a.account_number = p.account_number
    WHERE c.case_id = $1),
coded AS (
    SELECT 1 AS rank, 'CODE' AS hint, r.outlet_id, r.payment_request_id
    FROM about
    CROSS JOIN LATERAL jsonb_array_elements_text(
        CASE WHEN jsonb_typeof(evidence -> 'codes') = 'array' THEN evidence -> 'codes' ELSE '[]' END) AS t (code)
    JOIN reference r ON r.reference = t.code),
asked AS (
    SELECT r.outlet_id, r.payment_request_id
    FROM about
    JOIN outlet o ON o.merchant_id = about.merchant_id
    JOIN payment_request r ON r.outlet_id = o.outlet_id AND r.account_id = about.account_id
        AND r.business_date BETWEEN (about.booked_at - interval '2 days')::date AND (about.booked_at + interval '1 day')::date
    WHERE r.amount_vnd = about.amount_vnd
      AND about.booked_at BETWEEN r.created_at AND r.expires_at
      AND (r.cancelled_at IS NULL OR r.cancelled_at > about.booked_at)
      AND NOT EXISTS (SELECT FROM payment q WHERE q.payment_request_id = r.payment_request_id AND q.direction = 'CREDIT')),
offered AS (
    SELECT rank, hint, outlet_id, payment_request_id FROM coded
    UNION ALL
    SELECT 2, 'AMOUNT', outlet_id, payment_request_id FROM asked WHERE (SELECT count(*) FROM asked) = 1
    UNION ALL
    SELECT 3, 'ACCOUNT', o.outlet_id, NULL FROM about JOIN outlet o ON o.merchant_id = about.merchant_id)
SELECT DISTINCT ON (f.rank, o.outlet_id, f.payment_request_id) f.hint, o.outlet_id, o.name AS outlet_name, m.merchant_id,
       m.display_name, f.payment_request_id
FROM offered f
JOIN outlet o ON o.outlet_id = f.outlet_id
JOIN merchant m ON m.merchant_id = o.merchant_id
ORDER BY f.rank, o.outlet_id, f.payment_request_id
LIMIT 20
