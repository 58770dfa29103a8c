-- Takes away the sketches of day $1 that are to be written anew. Index: figure_sketch_date_ix.
DELETE FROM figure_sketch WHERE business_date = $1
