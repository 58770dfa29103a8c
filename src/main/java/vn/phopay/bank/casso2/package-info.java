/** The dialect of Casso's webhook v2: an HMAC over the time and the sorted JSON. */
@NullMarked
package vn.phopay.bank.casso2;

import org.jspecify.annotations.NullMarked;
