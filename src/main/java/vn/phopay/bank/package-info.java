/** Banks as senders: their keys, their dialects, what they deliver. */
@NullMarked
package vn.phopay.bank;

import org.jspecify.annotations.NullMarked;
