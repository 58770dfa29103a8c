/** The only amount type, and its strict parser. */
@NullMarked
package vn.phopay.money;

import org.jspecify.annotations.NullMarked;
