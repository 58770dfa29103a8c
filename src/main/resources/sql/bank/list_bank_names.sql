-- Lists what banks are called: some dozens. Index: bank_pk.
SELECT bank_code, name FROM bank ORDER BY bank_code
