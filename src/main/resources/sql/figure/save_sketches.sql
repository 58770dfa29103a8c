-- Writes the sketches $3 called $2 of scopes $1 on day $4. Index: figure_sketch_pk.
INSERT INTO figure_sketch (scope_id, name, sketch, business_date)
SELECT n.scope_id, n.name, n.sketch, $4::date
FROM unnest($1::text[], $2::text[], $3::bytea[]) AS n (scope_id, name, sketch)
ORDER BY 1, 2
