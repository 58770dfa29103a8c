-- Forgets how to reach who reported, of cases that ended before $1, at most $2. Indexes: safety_contact_pk,
-- safety_report_pk, recon_case_pk.
DELETE FROM safety_contact
WHERE report_id IN (
    SELECT k.report_id
    FROM safety_contact k
    JOIN safety_report r ON r.report_id = k.report_id
    JOIN recon_case c ON c.case_id = r.case_id AND c.resolved_at < $1
    LIMIT $2
    FOR UPDATE OF k SKIP LOCKED)
