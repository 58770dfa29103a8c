-- Lists an owner's own reports, the last first, and what became of each. Indexes: safety_report_merchant_ix,
-- recon_case_pk, case_act_resolves_once_uq, safety_photo_report_uq.
SELECT r.report_id, r.report_no, r.reported_at, r.note, r.place, o.name AS outlet_name, f.number AS photo,
       c.status, c.resolution, c.resolved_at, a.note AS resolution_note
FROM safety_report r
JOIN recon_case c ON c.case_id = r.case_id
LEFT JOIN outlet o ON o.outlet_id = r.outlet_id
LEFT JOIN case_act a ON a.case_id = c.case_id AND a.act = 'RESOLVE'
LEFT JOIN safety_photo f ON f.report_id = r.report_id
WHERE r.merchant_id = $1
ORDER BY r.report_no DESC
LIMIT 100
