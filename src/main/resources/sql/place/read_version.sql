-- Reads the number that is another one whenever the places are. Index: place_version_pk.
SELECT version FROM place_version
