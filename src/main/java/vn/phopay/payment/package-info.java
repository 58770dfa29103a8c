/** Payments: references in memos, facts recorded exactly once, requests and their states. */
@NullMarked
package vn.phopay.payment;

import org.jspecify.annotations.NullMarked;
