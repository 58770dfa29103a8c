/** What the live page tells of a payment: whether it is good news or a warning, whether it is said, and to whom. */
@NullMarked
package vn.phopay.live;

import org.jspecify.annotations.NullMarked;
