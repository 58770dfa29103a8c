-- Marks the place to which a refused undoing goes back. No table.
SAVEPOINT before_undo
