-- Keeps a file of a release. Index: release_file_pk.
INSERT INTO release_file (release_id, path, media_type, sha256, content, gzip, brotli) VALUES ($1, $2, $3, $4, $5, $6, $7)
