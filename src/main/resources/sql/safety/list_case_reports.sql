-- Lists the reports of a case for staff, the first first. Indexes: safety_report_case_ix, safety_contact_pk,
-- safety_photo_report_uq.
SELECT r.report_id, r.report_no, r.reporter, r.merchant_id, r.outlet_id, o.name AS outlet_name, r.place, r.note, r.payload,
       r.reported_at, k.contact, f.number AS photo
FROM safety_report r
LEFT JOIN outlet o ON o.outlet_id = r.outlet_id
LEFT JOIN safety_contact k ON k.report_id = r.report_id
LEFT JOIN safety_photo f ON f.report_id = r.report_id
WHERE r.case_id = $1
ORDER BY r.report_no
LIMIT 200
