-- Lists cases that are not resolved, the one found first first, from a cursor on; a filter that is NULL does not filter. $1:
-- kinds; $4: opened before; $5: whether a proposal waits; $7: districts that the caller is limited to. Indexes:
-- recon_case_status_ix, payment_pk, outlet_merchant_ix.
SELECT c.case_id, c.kind, c.period, c.bank_code, c.status, c.resolution, c.version, c.opened_at, c.resolved_at,
       c.pending_act_id, c.pending_actor_id, c.evidence,
       a.action AS proposed_action, a.outlet_id AS proposed_outlet_id, a.payment_request_id AS proposed_request_id,
       a.note AS proposed_note, a.reason AS proposed_because, a.acted_at AS proposed_at,
       COALESCE(p.account_number, c.account_number) AS credited_account,
       p.payment_id AS counted_id, p.bank_reference, p.direction, p.amount_vnd, p.memo, p.booked_at,
       CASE WHEN n.sequence IS NULL THEN p.outcome ELSE n.outcome END AS outcome,
       CASE WHEN n.sequence IS NULL THEN p.merchant_id ELSE n.merchant_id END AS merchant_id,
       CASE WHEN n.sequence IS NULL THEN p.outlet_id ELSE n.outlet_id END AS outlet_id,
       CASE WHEN n.sequence IS NULL THEN p.payment_request_id ELSE n.payment_request_id END AS payment_request_id,
       (SELECT o.merchant_id FROM recon_case_party o WHERE o.case_id = c.case_id AND o.part = 'ACCOUNT') AS owner_id,
       ARRAY(SELECT d.code
             FROM recon_case_party o
             JOIN outlet h ON h.merchant_id = o.merchant_id
             JOIN outlet_location l ON l.outlet_id = h.outlet_id AND l.valid_to IS NULL
             JOIN place d ON d.place_id = l.district_place_id
             WHERE o.case_id = c.case_id
             UNION
             SELECT c.district_code WHERE c.district_code IS NOT NULL
             ORDER BY 1) AS district_codes
FROM recon_case c
LEFT JOIN payment t ON t.payment_id = c.payment_id
LEFT JOIN payment p ON p.payment_id = COALESCE(t.twin_of, t.payment_id)
LEFT JOIN LATERAL payment_assignment(p.payment_id) n ON true
LEFT JOIN case_act a ON a.act_id = c.pending_act_id
WHERE c.status = ANY ($2::text[])
  AND c.kind = ANY ($1::text[])
  AND ($3::text IS NULL OR c.bank_code = $3)
  AND ($4::timestamptz IS NULL OR c.opened_at < $4)
  AND (NOT $5::boolean OR c.pending_act_id IS NOT NULL)
  AND ($6::uuid IS NULL OR c.case_id > $6)
  AND ($7::text[] IS NULL OR c.district_code = ANY ($7) OR EXISTS (
        SELECT FROM recon_case_party o
        JOIN outlet h ON h.merchant_id = o.merchant_id
        JOIN outlet_location l ON l.outlet_id = h.outlet_id AND l.valid_to IS NULL
        JOIN place d ON d.place_id = l.district_place_id
        WHERE o.case_id = c.case_id AND d.code = ANY ($7)))
ORDER BY c.case_id
LIMIT $8
