/**
 * What the city's pages read beside figures: denominators with their date and source, what waits for somebody, the last
 * minutes' payments, and what stands behind a trend.
 */
@NullMarked
package vn.phopay.city;

import org.jspecify.annotations.NullMarked;
