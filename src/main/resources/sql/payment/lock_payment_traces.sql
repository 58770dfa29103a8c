-- The gate of 'one transfer, two senders': makes and holds the row of each trace, in key order, so that two writers decide
-- about one trace one after the other and cannot deadlock. Index: payment_trace_pk.
INSERT INTO payment_trace AS gate (bank_bin, account_number, bank_trace, amount_vnd)
SELECT bank_bin, account_number, bank_trace, amount_vnd
FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) AS t (bank_bin, account_number, bank_trace, amount_vnd)
ORDER BY bank_trace, account_number, bank_bin, amount_vnd
ON CONFLICT ON CONSTRAINT payment_trace_pk DO UPDATE SET amount_vnd = gate.amount_vnd
