/** The desk at which shops are approved. */
@NullMarked
package vn.phopay.web.desk.approve;

import org.jspecify.annotations.NullMarked;
