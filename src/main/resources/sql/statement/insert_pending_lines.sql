-- Lets lines wait that no reference led to a payment. Index: statement_line_pending_pk.
INSERT INTO statement_line_pending
    (upload_id, statement_id, line_no, account_number, bank_trace, tx_id, direction, is_reversal, amount_vnd, booked_at,
     is_exact, business_date, memo, payer_reference, payer_name, payer_account, balance_vnd)
SELECT $17::uuid, t.* FROM unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[],
                     $8::bigint[], $9::timestamptz[], $10::boolean[], $11::date[], $12::text[], $13::text[],
                     $14::text[], $15::text[], $16::bigint[]) AS t
