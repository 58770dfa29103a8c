CALL insert_payments();
