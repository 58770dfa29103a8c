-- Cases of day $1 that nobody has resolved, on the accounts $2 and $3, by kind. Index: recon_case_unresolved_ix.
SELECT b.bin AS bank_bin, c.evidence ->> 'accountNumber' AS account_number, c.kind, count(*) AS cases
FROM recon_case c
JOIN bank b ON b.bank_code = c.bank_code
JOIN unnest($2::text[], $3::text[]) a (bank_bin, account_number)
  ON a.bank_bin = b.bin AND a.account_number = c.evidence ->> 'accountNumber'
WHERE c.period = $1 AND c.status <> 'RESOLVED'
GROUP BY 1, 2, 3
