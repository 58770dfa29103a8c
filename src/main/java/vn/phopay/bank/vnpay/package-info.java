/** The dialect of VNPAY: a GET whose query is signed pair by pair, as it was received. */
@NullMarked
package vn.phopay.bank.vnpay;

import org.jspecify.annotations.NullMarked;
