/** Endpoints by which staff see and decide cases. */
@NullMarked
package vn.phopay.http.reconciliation;

import org.jspecify.annotations.NullMarked;
