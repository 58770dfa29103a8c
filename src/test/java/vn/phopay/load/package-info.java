/** The load test: a cheap generator, a server with nothing behind it, and what measures them beside the service. */
@NullMarked
package vn.phopay.load;

import org.jspecify.annotations.NullMarked;
