/** Endpoints about places. */
@NullMarked
package vn.phopay.http.place;

import org.jspecify.annotations.NullMarked;
