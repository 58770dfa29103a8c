-- Forgets how to reach a merchant about its reports; the reports stay with the safety desk. $2 is the moment. Indexes:
-- safety_report_merchant_ix, safety_contact_pk.
DELETE FROM safety_contact c
USING safety_report r
WHERE r.merchant_id = $1 AND c.report_id = r.report_id AND r.reported_at <= $2::timestamptz
