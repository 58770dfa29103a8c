/** The dialect of MoMo: named members in a fixed order, signed together with a configured access key. */
@NullMarked
package vn.phopay.bank.momo;

import org.jspecify.annotations.NullMarked;
