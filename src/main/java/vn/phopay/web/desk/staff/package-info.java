/** The desk at which administrators look after the city's staff. */
@NullMarked
package vn.phopay.web.desk.staff;

import org.jspecify.annotations.NullMarked;
