/** Our own dialect: callbacks signed by the Standard Webhooks scheme. */
@NullMarked
package vn.phopay.bank.standard;

import org.jspecify.annotations.NullMarked;
