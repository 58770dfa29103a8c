/** The endpoints of banks: callbacks, and the staff's calls about banks and their keys. */
@NullMarked
package vn.phopay.http.bank;

import org.jspecify.annotations.NullMarked;
