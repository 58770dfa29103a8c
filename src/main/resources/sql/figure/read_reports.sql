-- Reports of day $1, and those that ended on it with the minutes they took, in order: kind REPORTED or ENDED. Index:
-- safety_report_date_ix, recon_case_resolved_ix, safety_report_case_ix, case_act_case_ix.
SELECT t.kind, COALESCE(l.district_place_id, t.district_place_id) AS district,
       COALESCE(l.ward_place_id, '') AS ward, COALESCE(l.street_place_id, '') AS street, t.confirmed, t.minutes
FROM (
    SELECT 'REPORTED' AS kind, r.outlet_id, r.district_place_id, r.business_date, false AS confirmed,
           0::bigint AS minutes
    FROM safety_report r WHERE r.business_date = $1
    UNION ALL
    SELECT 'ENDED', r.outlet_id, r.district_place_id, r.business_date,
           EXISTS (SELECT FROM case_act a
                   WHERE a.case_id = c.case_id AND a.act = 'RESOLVE' AND a.action = 'CONFIRM'),
           GREATEST(0, floor(extract(epoch FROM c.resolved_at - r.reported_at) / 60))::bigint
    FROM recon_case c
    JOIN safety_report r ON r.case_id = c.case_id
    WHERE c.kind = 'CODE_TAMPERED' AND c.resolved_at >= business_day_start($1::date)
      AND c.resolved_at < business_day_start($1::date + 1)) t
LEFT JOIN LATERAL adoption_location(t.outlet_id, t.business_date) l ON true
ORDER BY t.minutes, 1, 2, 3, 4, t.confirmed
