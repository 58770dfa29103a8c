/** The owner's first page: what came in today, and what there is to do. */
@NullMarked
package vn.phopay.web.today;

import org.jspecify.annotations.NullMarked;
