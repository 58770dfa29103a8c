-- How many of the days $1 to $2 were closed and sealed. Index: day_seal_pk.
SELECT count(*)::integer AS sealed FROM day_seal WHERE business_date BETWEEN $1::date AND $2::date
