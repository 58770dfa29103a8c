/** The dialect of SePay: an API key, or an HMAC over the time and the raw body. */
@NullMarked
package vn.phopay.bank.sepay;

import org.jspecify.annotations.NullMarked;
