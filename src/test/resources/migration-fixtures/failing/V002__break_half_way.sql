-- Fails after its first statement.
CREATE TABLE left_over (id int);
INSERT INTO tea VALUES ('sen');
