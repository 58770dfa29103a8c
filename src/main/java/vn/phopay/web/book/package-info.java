/** Pages of the revenue book. */
@NullMarked
package vn.phopay.web.book;

import org.jspecify.annotations.NullMarked;
