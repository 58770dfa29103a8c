/** The pages on which a shop owner looks after shop, account, log-ins and data. */
@NullMarked
package vn.phopay.web.profile;

import org.jspecify.annotations.NullMarked;
