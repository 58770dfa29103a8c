/** The HTTP edge of webhooks: endpoints, their deliveries, replays. */
@NullMarked
package vn.phopay.http.webhook;

import org.jspecify.annotations.NullMarked;
