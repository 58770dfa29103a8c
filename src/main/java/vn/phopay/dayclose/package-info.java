/** Closing a business day: its totals, what speaks against closing, and the chain of signed seals. */
@NullMarked
package vn.phopay.dayclose;

import org.jspecify.annotations.NullMarked;
