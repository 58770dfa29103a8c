-- On how many of the days $1 to $2 anybody was paid. Index: outlet_day_pk.
SELECT count(DISTINCT business_date)::integer AS days FROM outlet_day
WHERE business_date BETWEEN $1::date AND $2::date AND transactions > 0
