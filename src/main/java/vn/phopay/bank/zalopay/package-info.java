/** The dialect of ZaloPay: JSON inside a text, signed as that text. */
@NullMarked
package vn.phopay.bank.zalopay;

import org.jspecify.annotations.NullMarked;
