/** Simulated banks and a demo city: what stands in for the outside world where there is none. */
@NullMarked
package vn.phopay.simulator;

import org.jspecify.annotations.NullMarked;
