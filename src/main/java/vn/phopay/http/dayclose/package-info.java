/** Endpoints of business days: their totals, closing them, and their seals. */
@NullMarked
package vn.phopay.http.dayclose;

import org.jspecify.annotations.NullMarked;
