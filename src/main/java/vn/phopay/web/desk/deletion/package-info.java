/** The desk at which wishes to be forgotten are decided. */
@NullMarked
package vn.phopay.web.desk.deletion;

import org.jspecify.annotations.NullMarked;
