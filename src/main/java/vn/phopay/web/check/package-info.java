/** Pages on which owners check their own codes, and on which anybody reports one that was pasted over. */
@NullMarked
package vn.phopay.web.check;

import org.jspecify.annotations.NullMarked;
