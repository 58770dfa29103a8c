/** Tests of whole parts against a real PostgreSQL and real processes. */
@NullMarked
package vn.phopay.it;

import org.jspecify.annotations.NullMarked;
