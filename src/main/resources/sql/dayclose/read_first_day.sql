-- The first day of which there is a fact; asked only while no day is sealed. Reads all payments. Index: none.
SELECT min(business_date) AS business_date FROM day_fact HAVING min(business_date) IS NOT NULL
