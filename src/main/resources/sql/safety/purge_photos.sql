-- Forgets photos of cases that ended before $1, at most $2. Indexes: safety_photo_pk, recon_case_pk.
DELETE FROM safety_photo
WHERE (case_id, number) IN (
    SELECT f.case_id, f.number
    FROM safety_photo f
    JOIN recon_case c ON c.case_id = f.case_id AND c.resolved_at < $1
    LIMIT $2
    FOR UPDATE OF f SKIP LOCKED)
