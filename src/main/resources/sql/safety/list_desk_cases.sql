-- Lists reports of pasted-over codes by case for the desk: those that are open ($1 false), the oldest first, or those that
-- came to their end, the newest first; from a cursor on. $3: districts that the caller is limited to. Indexes:
-- recon_case_tampered_ix, safety_report_case_ix, safety_photo_report_uq, case_act_case_ix.
SELECT c.case_id, c.status, c.opened_at, c.resolved_at, c.district_code, f.place, f.outlet_name, f.display_name,
       n.reports, n.photos, a.action
FROM recon_case c
LEFT JOIN LATERAL (
    SELECT r.place, o.name AS outlet_name, m.display_name
    FROM safety_report r
    LEFT JOIN outlet o ON o.outlet_id = r.outlet_id
    LEFT JOIN merchant m ON m.merchant_id = o.merchant_id
    WHERE r.case_id = c.case_id
    ORDER BY r.report_no
    LIMIT 1) f ON true
CROSS JOIN LATERAL (
    SELECT count(*) AS reports, count(p.number) AS photos
    FROM safety_report r
    LEFT JOIN safety_photo p ON p.report_id = r.report_id
    WHERE r.case_id = c.case_id) n
LEFT JOIN case_act a ON a.case_id = c.case_id AND a.act = 'RESOLVE'
WHERE c.kind = 'CODE_TAMPERED'
  AND (c.status = 'RESOLVED') = $1::boolean
  AND ($2::uuid IS NULL OR CASE WHEN $1 THEN c.case_id < $2 ELSE c.case_id > $2 END)
  AND ($3::text[] IS NULL OR c.district_code = ANY ($3))
ORDER BY CASE WHEN $1 THEN NULL ELSE c.case_id END, c.case_id DESC
LIMIT $4
