-- Keeps the raw deliveries (each once, although its transactions may take several flushes) and their payments.
-- Indexes: delivery_pk, payment_pk.
WITH kept AS (
    INSERT INTO delivery
        (delivery_id, bank_code, webhook_id, signed_at, bank_key_id, received_at, verdict, raw_body)
    SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::uuid[], $6::timestamptz[],
                         $7::text[], $8::bytea[])
    ON CONFLICT ON CONSTRAINT delivery_pk DO NOTHING)
INSERT INTO payment
    (payment_id, bank_code, bank_reference, delivery_id, direction, reversal_of, account_number, amount_vnd, memo,
     booked_at, received_at, business_date, payer_account, payer_bank_bin, source, bank_trace, virtual_account,
     payer_name, direction_assumed, outcome, merchant_id, outlet_id, qr_id, payment_request_id, twin_of)
SELECT * FROM unnest($9::uuid[], $10::text[], $11::text[], $12::uuid[], $13::text[], $14::text[], $15::text[],
                     $16::bigint[], $17::text[], $18::timestamptz[], $19::timestamptz[], $20::date[], $21::text[],
                     $22::text[], $23::text[], $24::text[], $25::text[], $26::text[], $27::boolean[], $28::text[],
                     $29::uuid[], $30::uuid[], $31::uuid[], $32::uuid[], $33::uuid[])
