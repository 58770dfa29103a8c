-- Which of these merchants are registered already. Index: merchant_tax_code_uq.
SELECT tax_code FROM merchant WHERE tax_code = ANY ($1)
