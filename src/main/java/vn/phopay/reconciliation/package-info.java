/** Cases: what nobody could match and a person must decide. */
@NullMarked
package vn.phopay.reconciliation;

import org.jspecify.annotations.NullMarked;
