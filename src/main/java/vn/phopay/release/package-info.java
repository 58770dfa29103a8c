/**
 * Monthly releases: what of a month's figures is published, frozen when it is drafted, approved by two people, signed,
 * and never changed afterwards. What may be published is decided by {@code vn.phopay.disclosure}.
 */
@NullMarked
package vn.phopay.release;

import org.jspecify.annotations.NullMarked;
