/** What all desks of the city's staff share. */
@NullMarked
package vn.phopay.web.desk;

import org.jspecify.annotations.NullMarked;
