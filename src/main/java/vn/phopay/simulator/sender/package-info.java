/** How senders outside really speak: written from their documents, knowing nothing of how we read them. */
@NullMarked
package vn.phopay.simulator.sender;

import org.jspecify.annotations.NullMarked;
