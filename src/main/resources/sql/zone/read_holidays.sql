-- Reads public holidays from $1 to $2, both included. Index: public_holiday_pk.
SELECT holiday_date, name_vi, name_en, confidence, source FROM public_holiday
WHERE holiday_date BETWEEN $1 AND $2
ORDER BY holiday_date
