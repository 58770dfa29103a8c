-- Has this transaction planned as the payment writers' connections are: a few hundred keys of tables that grow for ever
-- are never read by scanning. Index: none.
SELECT set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
       set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)
