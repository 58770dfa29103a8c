-- Callbacks against statements of day $1 on the accounts $2 and $3; an account without either has zeros. See day_drift
-- (V016). Index: payment_business_date_bx, statement_line_business_date_bx, statement_line_payment_uq.
SELECT a.bank_bin, a.account_number, COALESCE(d.matched, 0) AS matched, COALESCE(d.recovered, 0) AS recovered,
       COALESCE(d.missing, 0) AS missing, COALESCE(d.mismatch, 0) AS mismatch, COALESCE(d.duplicate, 0) AS duplicate,
       COALESCE(d.unresolved, 0) AS unresolved, COALESCE(d.net_vnd, 0)::text AS net_vnd,
       COALESCE(d.absolute_vnd, 0)::text AS absolute_vnd
FROM unnest($2::text[], $3::text[]) a (bank_bin, account_number)
LEFT JOIN day_drift($1, 9223372036854775807) d USING (bank_bin, account_number)
