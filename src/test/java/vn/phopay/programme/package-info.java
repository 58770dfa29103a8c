/** Tests of the programme's rules and of the constraints that hold them. */
@NullMarked
package vn.phopay.programme;

import org.jspecify.annotations.NullMarked;
