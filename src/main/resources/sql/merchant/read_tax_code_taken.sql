-- Tells whether a tax code is what refused a registration. Index: merchant_tax_code_uq.
SELECT EXISTS (SELECT FROM merchant WHERE tax_code = $1) AS taken
