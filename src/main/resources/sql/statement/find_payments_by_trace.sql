-- Payments that lines name by trace or transaction id: $3 is the place of the line, $4 what it names, $5 its account.
-- Of a transfer that several senders told, the one that counts. Indexes: payment_key_pk, payment_trace_ix, payment_pk,
-- statement_line_payment_uq.
WITH named AS (
    SELECT t.place, k.payment_id
    FROM unnest($3::integer[], $4::text[], $5::text[]) AS t (place, name, account_number)
    JOIN payment_key k ON k.bank_code = $1 AND k.bank_reference = t.name
    UNION
    SELECT t.place, p.payment_id
    FROM unnest($3::integer[], $4::text[], $5::text[]) AS t (place, name, account_number)
    JOIN payment p ON p.bank_trace = t.name AND p.account_number = t.account_number)
SELECT DISTINCT n.place, c.payment_id, c.bank_code, c.bank_reference, c.account_number, c.direction, c.amount_vnd,
       c.business_date, s.statement_id AS told_by
FROM named n
JOIN payment p ON p.payment_id = n.payment_id
JOIN payment c ON c.payment_id = COALESCE(p.twin_of, p.payment_id)
JOIN bank b ON b.bank_code = c.bank_code AND b.bin = $2
LEFT JOIN statement_line s ON s.payment_id = c.payment_id AND s.result IN ('MATCHED', 'RECOVERED')
