/**
 * What of a monthly release may be published: one pure module, described in {@code src/docs/DISCLOSURE.md}. It reads
 * nothing, writes nothing and knows no clock, so that the same month always gets the same decisions.
 */
@NullMarked
package vn.phopay.disclosure;

import org.jspecify.annotations.NullMarked;
