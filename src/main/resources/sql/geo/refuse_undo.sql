-- Goes back to before an undoing that was refused. No table.
ROLLBACK TO SAVEPOINT before_undo
