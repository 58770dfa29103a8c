-- Every read of one computation sees the same moment; a write that another instance overtook fails. No table.
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ
