package vn.phopay.ops;

import vn.phopay.db.Sql;

/**
 * Something that must hold of the whole database at every moment.
 *
 * @param name what it is called, in the words of a report
 * @param check finds offenders: rows of {@code offenders} (how many in all) and {@code offender} (one sample)
 */
record Invariant(String name, Sql check) {}
