/** A whole simulated day of a city, and the truth about it, by which the service is judged. */
@NullMarked
package vn.phopay.simulator.day;

import org.jspecify.annotations.NullMarked;
