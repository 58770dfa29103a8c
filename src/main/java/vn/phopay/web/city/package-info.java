/** The city's overview, ranking, trends, definitions of metrics and the wall, for staff; definitions for everybody. */
@NullMarked
package vn.phopay.web.city;

import org.jspecify.annotations.NullMarked;
