-- Reads, behind the gate and with a snapshot of its own, what was told of these traces before and where it stands now.
-- Indexes: payment_trace_ix, bank_pk, payment_fact_assignment_uq, payment_reversal_pk, payment_reversal_payment_ix.
SELECT t.bank_bin, t.account_number, t.bank_trace, t.amount_vnd, p.payment_id, p.bank_code, p.bank_reference,
       p.source, p.direction, p.reversal_of IS NOT NULL AS names_original, p.twin_of, p.virtual_account,
       COALESCE(a.sequence, 0) AS sequence,
       CASE WHEN a.sequence IS NULL THEN p.outcome ELSE a.outcome END AS outcome,
       CASE WHEN a.sequence IS NULL THEN p.merchant_id ELSE a.merchant_id END AS merchant_id,
       CASE WHEN a.sequence IS NULL THEN p.outlet_id ELSE a.outlet_id END AS outlet_id,
       CASE WHEN a.sequence IS NULL THEN p.qr_id ELSE a.qr_id END AS qr_id,
       CASE WHEN a.sequence IS NULL THEN p.payment_request_id ELSE a.payment_request_id END AS payment_request_id,
       EXISTS (
         SELECT FROM payment_reversal v
         WHERE v.bank_code = p.bank_code AND v.original_reference = p.bank_reference
           AND v.account_number = p.account_number AND v.amount_vnd = p.amount_vnd) AS reversed,
       EXISTS (SELECT FROM payment_reversal v WHERE v.reversal_payment_id = p.payment_id) AS takes_back
FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) AS t (bank_bin, account_number, bank_trace, amount_vnd)
JOIN payment p ON p.bank_trace = t.bank_trace AND p.account_number = t.account_number AND p.amount_vnd = t.amount_vnd
JOIN bank b ON b.bank_code = p.bank_code AND b.bin = t.bank_bin
LEFT JOIN LATERAL payment_assignment(p.payment_id) a ON true
ORDER BY p.bank_code, p.bank_reference
