/** Endpoints that list recorded payments. */
@NullMarked
package vn.phopay.http.payment;

import org.jspecify.annotations.NullMarked;
