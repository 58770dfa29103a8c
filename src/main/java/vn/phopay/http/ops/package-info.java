/** Endpoints of operations: health, metrics, and the product's own description with its try-out page. */
@NullMarked
package vn.phopay.http.ops;

import org.jspecify.annotations.NullMarked;
