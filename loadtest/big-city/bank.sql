-- The bank that calls while pages are measured.
INSERT INTO bank (bank_code, bin, name, created_at)
VALUES ('loadtest', '970422', 'Load', now() - interval '400 days') ON CONFLICT DO NOTHING;
INSERT INTO bank_key (bank_key_id, bank_code, slot, algorithm, secret, created_at)
VALUES (gen_random_uuid(), 'loadtest', 1, 'hmac-sha256', 'loadtest-secret-of-32-characters', now())
ON CONFLICT DO NOTHING;
