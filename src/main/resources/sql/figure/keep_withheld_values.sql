-- Says of every figure of the month that starts on $1 whether its money is withheld: of the scopes $2, and of no other. Rows
-- are taken in the order in which figures are written, so that nobody waits for each other. Index: figure_period_ix.
WITH held AS MATERIALIZED (
    SELECT scope_id FROM figure
    WHERE interval = 'MONTH' AND period_start = $1::date
    ORDER BY scope_id
    FOR UPDATE
)
UPDATE figure f
SET measures = f.measures || jsonb_build_object('valueWithheld', (f.scope_id = ANY ($2::text[]))::integer)
FROM held
WHERE f.scope_id = held.scope_id AND f.interval = 'MONTH' AND f.period_start = $1::date
