/** What merchants' own servers are told: endpoints, the deliveries to them, and what sends those. */
@NullMarked
package vn.phopay.webhook;

import org.jspecify.annotations.NullMarked;
