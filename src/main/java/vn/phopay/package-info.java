/** The one place that wires: {@code App} and its parts. Everything else is handed what it needs. */
@NullMarked
package vn.phopay;

import org.jspecify.annotations.NullMarked;
