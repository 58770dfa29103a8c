/** Pages on which a shop is registered, by its owner or by a helper, and its owner's password is chosen. */
@NullMarked
package vn.phopay.web.register;

import org.jspecify.annotations.NullMarked;
