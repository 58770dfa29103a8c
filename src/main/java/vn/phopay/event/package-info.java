/** What merchants are told: every payment of theirs, once, in one order that all instances agree on. */
@NullMarked
package vn.phopay.event;

import org.jspecify.annotations.NullMarked;
