/** Endpoints of printed codes, their verification and their keys, and of payment requests. */
@NullMarked
package vn.phopay.http.issuing;

import org.jspecify.annotations.NullMarked;
