-- A made-up number of trading premises and a target, marked as the demo's, unless there is one. Index: baseline_pk.
INSERT INTO baseline (place_id, valid_from, premises, target_rate, source, recorded_at)
VALUES ($1, $2, $3, $4::integer / 100.0, 'demo: made up, not measured', $5)
ON CONFLICT ON CONSTRAINT baseline_pk DO NOTHING
