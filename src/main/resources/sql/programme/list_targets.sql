-- Lists targets, and the target rates of baselines in force on $1 that nobody answers for; of places $2 and metrics $3,
-- where they are not NULL. Index: target_place_metric_uq, baseline_pk.
WITH rate AS (
    SELECT DISTINCT ON (place_id) place_id, target_rate
    FROM baseline
    WHERE valid_from <= $1 AND ($2::text[] IS NULL OR place_id = ANY ($2))
    ORDER BY place_id, valid_from DESC)
SELECT t.target_id, t.version, t.place_id, t.metric, COALESCE(t.value, r.target_rate) AS value, t.due_on, t.owner_id,
    o.name AS owner_name, t.plan, t.note
FROM target t
LEFT JOIN rate r ON r.place_id = t.place_id AND t.metric = 'adoptionRate'
LEFT JOIN staff o ON o.staff_id = t.owner_id
WHERE ($2::text[] IS NULL OR t.place_id = ANY ($2)) AND ($3::text[] IS NULL OR t.metric = ANY ($3))
UNION ALL
SELECT NULL, 0, r.place_id, 'adoptionRate', r.target_rate, NULL, NULL, NULL, NULL, NULL
FROM rate r
WHERE r.target_rate IS NOT NULL AND ($3::text[] IS NULL OR 'adoptionRate' = ANY ($3))
    AND NOT EXISTS (SELECT FROM target t WHERE t.place_id = r.place_id AND t.metric = 'adoptionRate')
ORDER BY place_id, metric
LIMIT 2000
