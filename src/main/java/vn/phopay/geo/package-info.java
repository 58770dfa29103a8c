/** Geography as staff keep it: tables they bring in, editions of the wards, denominators of the adoption rate. */
@NullMarked
package vn.phopay.geo;

import org.jspecify.annotations.NullMarked;
