-- Keeps other writers of denominators out until the transaction ends; readers go on. Table: baseline.
LOCK TABLE baseline IN SHARE ROW EXCLUSIVE MODE
