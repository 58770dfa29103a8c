/** Issued codes: printed ones and those for one payment, their references, revocation and verification. */
@NullMarked
package vn.phopay.issuing;

import org.jspecify.annotations.NullMarked;
