/** The command line. */
@NullMarked
package vn.phopay.cli;

import org.jspecify.annotations.NullMarked;
