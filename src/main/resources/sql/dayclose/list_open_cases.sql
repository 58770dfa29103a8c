-- Cases of day $1 about its money that nobody has resolved, oldest first, at most $2. Index: recon_case_unresolved_ix.
SELECT case_id, kind, status, bank_code, payment_id, evidence ->> 'amount' AS amount_vnd, opened_at
FROM recon_case WHERE period = $1 AND status <> 'RESOLVED' AND kind <> 'CODE_TAMPERED'
ORDER BY opened_at, case_id LIMIT $2
