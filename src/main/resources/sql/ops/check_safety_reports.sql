-- Reports whose case is of another kind or district, cases of reports without one, photos
-- in another case than their report, and forms without their report; for checks only. Indexes: recon_case_pk,
-- safety_report_case_ix, safety_report_pk.
SELECT count(*) OVER () AS offenders, o.offender
FROM (SELECT r.report_id || ' ' || c.kind AS offender
      FROM safety_report r
      JOIN recon_case c ON c.case_id = r.case_id
      JOIN place d ON d.place_id = r.district_place_id
      WHERE c.kind <> 'CODE_TAMPERED' OR c.district_code <> d.code
      UNION ALL
      SELECT c.case_id || ' without report'
      FROM recon_case c
      WHERE c.kind = 'CODE_TAMPERED' AND NOT EXISTS (SELECT FROM safety_report r WHERE r.case_id = c.case_id)
      UNION ALL
      SELECT f.case_id || ' photo ' || f.number
      FROM safety_photo f
      JOIN safety_report r ON r.report_id = f.report_id
      WHERE r.case_id <> f.case_id
      UNION ALL
      SELECT s.submission_key || ' without report'
      FROM safety_submission s
      LEFT JOIN safety_report r ON r.report_id = s.report_id
      WHERE r.report_id IS NULL OR r.merchant_id IS DISTINCT FROM s.merchant_id) o
LIMIT 10
