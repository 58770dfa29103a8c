-- Whether nobody else is drafting a release of the month $1; held until the transaction ends. Index: none.
SELECT pg_try_advisory_xact_lock(hashtext('phopay-release'), ($1::date - DATE '2000-01-01')::integer) AS locked
