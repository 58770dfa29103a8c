-- The files of a release without their bytes, by path. Index: release_file_pk.
SELECT path, media_type, sha256, octet_length(content)::integer AS bytes, gzip IS NOT NULL AS has_gzip,
       brotli IS NOT NULL AS has_brotli
FROM release_file WHERE release_id = $1 ORDER BY path COLLATE "C"
