/** Endpoints about merchants, their outlets and accounts. */
@NullMarked
package vn.phopay.http.merchant;

import org.jspecify.annotations.NullMarked;
