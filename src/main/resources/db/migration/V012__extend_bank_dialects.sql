-- Why: senders of several dialects: which one a bank speaks, the keys each of them needs, and what became of deliveries
-- that are no payment.
-- Lock: ACCESS EXCLUSIVE on bank, bank_key and delivery, for the catalogue only: each new rule lets in whatever the old
-- one did, so rows that are there already need no check (NOT VALID), and nothing is rewritten.
-- Time on 100 M rows: milliseconds. Back: put the former constraints back, once no row of the new kinds is left.

ALTER TABLE bank
    ADD CONSTRAINT bank_dialect_known CHECK (dialect IN
        ('standard', 'vietqrvn', 'payos', 'sepay', 'casso2', 'vnpay', 'momo', 'zalopay')) NOT VALID;

-- What stands beside a shared secret and is none itself: the access key of a wallet, the user of a password.
ALTER TABLE bank_key ADD COLUMN companion text NULL;
ALTER TABLE bank_key DROP CONSTRAINT bank_key_algorithm_known;
ALTER TABLE bank_key
    ADD CONSTRAINT bank_key_algorithm_known CHECK (algorithm IN
        ('hmac-sha256', 'hmac-sha512', 'ed25519', 'rsa-sha256', 'api-key', 'basic')) NOT VALID;
ALTER TABLE bank_key DROP CONSTRAINT bank_key_material_fits;
ALTER TABLE bank_key
    ADD CONSTRAINT bank_key_material_fits CHECK (
        (algorithm IN ('ed25519', 'rsa-sha256') AND public_key_der IS NOT NULL AND secret IS NULL)
        OR (algorithm NOT IN ('ed25519', 'rsa-sha256') AND secret IS NOT NULL AND octet_length(secret) >= 16
            AND public_key_der IS NULL)) NOT VALID;
ALTER TABLE bank_key
    ADD CONSTRAINT bank_key_user_there CHECK (algorithm <> 'basic' OR companion IS NOT NULL) NOT VALID;

-- PROBE: a sender tried its address out, signed. NOT_PAID: it told of an attempt that moved no money.
ALTER TABLE delivery DROP CONSTRAINT delivery_verdict_known;
ALTER TABLE delivery
    ADD CONSTRAINT delivery_verdict_known CHECK (verdict IN ('RECORDED', 'MALFORMED', 'PROBE', 'NOT_PAID')) NOT VALID;
COMMENT ON COLUMN delivery.webhook_id IS 'the sender''s own name of the delivery; empty where it gives none';
COMMENT ON COLUMN delivery.signed_at IS 'when the sender says that it signed; received_at where it does not say';
COMMENT ON COLUMN delivery.raw_body IS 'the body, or the raw query where the sender puts everything there';
