-- The sketches of the days from $1 to $2 but $3, in the order they are merged in. Index: figure_sketch_date_ix.
SELECT scope_id, name, business_date, sketch FROM figure_sketch
WHERE business_date BETWEEN $1 AND $2 AND business_date <> $3::date
ORDER BY scope_id, name, business_date
