/** What many tests share: a real PostgreSQL with a fresh database per test class, and programs that may be missing. */
@NullMarked
package vn.phopay.testing;

import org.jspecify.annotations.NullMarked;
