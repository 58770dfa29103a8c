-- Takes away what guard_twins_against_reversals put there. Index: payment_reversal_payment_ix.
DELETE FROM payment_reversal WHERE reversal_payment_id = ANY ($1)
