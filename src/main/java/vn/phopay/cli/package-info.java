/** The command line: the only place that reads standard input and writes standard output. */
@NullMarked
package vn.phopay.cli;

import org.jspecify.annotations.NullMarked;
