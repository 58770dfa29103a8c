-- What decides whether this server may keep payments; current_setting gives what SHOW would, in one answer.
SELECT current_setting('server_version_num')::integer AS server_version_num,
       current_setting('server_encoding')             AS server_encoding,
       current_setting('fsync')                       AS fsync,
       current_setting('synchronous_commit')          AS synchronous_commit,
       current_setting('full_page_writes')            AS full_page_writes
