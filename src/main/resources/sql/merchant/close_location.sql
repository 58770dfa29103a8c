-- Ends the open edition of an outlet's location the day before it moved ($2); one of the same day is left to be overwritten.
-- Index: outlet_location_open_uq.
UPDATE outlet_location SET valid_to = $2::date - 1 WHERE outlet_id = $1 AND valid_to IS NULL AND valid_from < $2
