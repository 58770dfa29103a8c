/** Districts, wards, streets and walking zones as effective-dated places, whose ids are never used again. */
@NullMarked
package vn.phopay.place;

import org.jspecify.annotations.NullMarked;
