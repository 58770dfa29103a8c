/** Merchants, their outlets and receiving accounts: registration, decisions about them, changes of them. */
@NullMarked
package vn.phopay.merchant;

import org.jspecify.annotations.NullMarked;
