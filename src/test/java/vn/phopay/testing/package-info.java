/** What many tests share: a real PostgreSQL with a fresh database per test class. */
@NullMarked
package vn.phopay.testing;

import org.jspecify.annotations.NullMarked;
