/** The desk at which cases are decided. */
@NullMarked
package vn.phopay.web.desk.cases;

import org.jspecify.annotations.NullMarked;
