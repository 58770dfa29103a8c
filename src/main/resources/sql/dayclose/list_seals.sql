-- Seals of the days $1 to $2, oldest first, at most $3. Index: day_seal_pk.
SELECT document, hash, signature FROM day_seal WHERE business_date BETWEEN $1 AND $2 ORDER BY business_date LIMIT $3
