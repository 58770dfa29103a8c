-- Keeps a report whose form was claimed. Index: safety_report_pk.
INSERT INTO safety_report
    (report_id, report_no, case_id, reporter, merchant_id, outlet_id, district_place_id, place, check_id, payload, note,
     reported_at, business_date)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
