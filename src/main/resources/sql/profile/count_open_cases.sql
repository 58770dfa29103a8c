-- How many cases that need a person may be about a merchant's money. Indexes: recon_case_unresolved_ix, then those of the
-- view recon_case_party.
SELECT count(*) AS cases
FROM recon_case c
WHERE c.status <> 'RESOLVED'
  AND EXISTS (SELECT FROM recon_case_party w WHERE w.case_id = c.case_id AND w.merchant_id = $1)
