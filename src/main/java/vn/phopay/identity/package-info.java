/** Prefixed, opaque ids and their source. */
@NullMarked
package vn.phopay.identity;

import org.jspecify.annotations.NullMarked;
