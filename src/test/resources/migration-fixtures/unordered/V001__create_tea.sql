-- A first table, in two statements.
CREATE TABLE tea (name text CONSTRAINT tea_pk PRIMARY KEY);
INSERT INTO tea VALUES ('sen'), ('nhai; not the end');
