/** The dialect of VietQR.vn: it fetches a token from us by user and password, then sends one transaction a call. */
@NullMarked
package vn.phopay.bank.vietqrvn;

import org.jspecify.annotations.NullMarked;
