/** The desk that looks after reports of codes that were pasted over. */
@NullMarked
package vn.phopay.web.desk.safety;

import org.jspecify.annotations.NullMarked;
