/** Pages of monthly releases for staff, and the public page of open data. */
@NullMarked
package vn.phopay.web.release;

import org.jspecify.annotations.NullMarked;
