/** Pages of geography by date: editions of the wards, calendars of the zones, denominators. */
@NullMarked
package vn.phopay.web.geo;

import org.jspecify.annotations.NullMarked;
