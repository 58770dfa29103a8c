/** What keeps a service healthy: jobs, invariants, readiness. */
@NullMarked
package vn.phopay.ops;

import org.jspecify.annotations.NullMarked;
