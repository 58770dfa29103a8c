/** The revenue book of a merchant: its days, cash added by hand, closed months, and the forms it is handed in as. */
@NullMarked
package vn.phopay.book;

import org.jspecify.annotations.NullMarked;
