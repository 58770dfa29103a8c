/** Straight-line work on virtual threads, for features and the HTTP edge alike. */
@NullMarked
package vn.phopay.concurrent;

import org.jspecify.annotations.NullMarked;
