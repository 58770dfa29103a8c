-- Keeps what stood behind a release. Index: release_secret_pk.
INSERT INTO release_secret (release_id, kept) VALUES ($1, $2)
