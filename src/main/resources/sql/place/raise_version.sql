-- Tells every instance that the places have changed. Index: place_version_pk.
UPDATE place_version SET version = version + 1
