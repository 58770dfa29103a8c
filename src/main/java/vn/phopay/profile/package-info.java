/** What the law lets a shop owner do with his data: take all of it along, and be forgotten. */
@NullMarked
package vn.phopay.profile;

import org.jspecify.annotations.NullMarked;
