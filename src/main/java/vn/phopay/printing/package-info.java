/** What a merchant prints: its codes as it sees them, batches of paper, and taking a batch back. */
@NullMarked
package vn.phopay.printing;

import org.jspecify.annotations.NullMarked;
