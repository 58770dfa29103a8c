-- The bytes of a file of a release as they are, as gzip or as brotli ($3). Index: release_file_pk.
SELECT CASE $3::text WHEN 'gzip' THEN gzip WHEN 'br' THEN brotli ELSE content END AS bytes
FROM release_file WHERE release_id = $1 AND path = $2
