-- What a merchant reported to the safety desk, with its contact and whether a photo is kept. Indexes:
-- safety_report_merchant_ix, safety_contact_pk, safety_photo_report_uq.
SELECT r.report_no AS "reportNo", r.case_id AS "caseId", r.outlet_id AS "outletId", r.place, r.payload, r.note,
       r.reported_at AS "reportedAt", t.contact, f.report_id IS NOT NULL AS "photoKept"
FROM safety_report r
LEFT JOIN safety_contact t ON t.report_id = r.report_id
LEFT JOIN safety_photo f ON f.report_id = r.report_id
WHERE r.merchant_id = $1
ORDER BY r.report_no
