-- Adds what was told again of troubles that have their case, unless nothing in it is new; which delivery brought it does
-- not count, and a case keeps 100 pieces at most. Indexes: recon_case_identity_uq, case_act_evidence_uq.
INSERT INTO case_act (act_id, case_id, act, acted_at, actor_role, evidence)
SELECT t.case_id, c.case_id, 'EVIDENCE', t.told_at, 'SYSTEM', t.evidence::jsonb
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::date[], $5::text[], $6::uuid[], $7::text[], $8::timestamptz[])
     AS t (case_id, kind, fingerprint, period, bank_code, payment_id, evidence, told_at)
JOIN recon_case c ON c.kind = t.kind AND c.fingerprint = t.fingerprint AND c.period = t.period
WHERE c.case_id <> t.case_id
  AND c.evidence - 'deliveryId' <> t.evidence::jsonb - 'deliveryId'
  AND (SELECT count(*) FROM case_act a WHERE a.case_id = c.case_id AND a.act = 'EVIDENCE') < 100
ORDER BY c.kind, c.fingerprint, c.period
ON CONFLICT ON CONSTRAINT case_act_evidence_uq DO NOTHING
