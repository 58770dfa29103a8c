-- A file of a release. Index: release_file_pk.
SELECT path, media_type, content FROM release_file WHERE release_id = $1 AND path = $2
