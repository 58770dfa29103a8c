/** What a person who approves shops looks at: who waits, what to check, and what became of a shop so far. */
@NullMarked
package vn.phopay.approval;

import org.jspecify.annotations.NullMarked;
