-- What stood behind the published releases of the month $1, oldest revision first. Index: release_attempt_uq.
SELECT s.kept FROM release r
JOIN release_secret s USING (release_id)
WHERE r.month = $1::date AND EXISTS (
    SELECT FROM release_act a WHERE a.release_id = r.release_id AND a.act = 'APPROVE')
ORDER BY r.revision
