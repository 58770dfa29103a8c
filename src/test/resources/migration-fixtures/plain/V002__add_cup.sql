-- A further column.
ALTER TABLE tea ADD COLUMN cup text;
CREATE FUNCTION cups() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM tea; $$;
