/** The keypad: an amount, a code for it on the whole screen, and what became of it. */
@NullMarked
package vn.phopay.web.pad;

import org.jspecify.annotations.NullMarked;
