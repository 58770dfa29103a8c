-- Forgets which wards of an undone edition were looked up. Index: outlet_ward_choice_pk.
DELETE FROM outlet_ward_choice WHERE edition_id = $1
