/** What is printed: layouts of paper, what stands on them, and PDF and SVG drawings of it. */
@NullMarked
package vn.phopay.paper;

import org.jspecify.annotations.NullMarked;
