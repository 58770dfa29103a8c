/** Endpoints of sessions and staff. */
@NullMarked
package vn.phopay.http.access;

import org.jspecify.annotations.NullMarked;
