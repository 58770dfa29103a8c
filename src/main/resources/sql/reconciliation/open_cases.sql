-- Opens a case for each trouble that has none yet: identity is rule, fingerprint and period. Index: recon_case_identity_uq.
INSERT INTO recon_case (case_id, kind, fingerprint, period, bank_code, payment_id, evidence, opened_at)
SELECT case_id, kind, fingerprint, period, bank_code, payment_id, evidence::jsonb, opened_at
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::date[], $5::text[], $6::uuid[], $7::text[], $8::timestamptz[])
     AS t (case_id, kind, fingerprint, period, bank_code, payment_id, evidence, opened_at)
ORDER BY kind, fingerprint, period
ON CONFLICT ON CONSTRAINT recon_case_identity_uq DO NOTHING
RETURNING case_id
