/**
 * Figures: the measures of every scope, kept per business day, ISO week and month, so that any page reads them by their
 * key. What is measured stands in {@code vn.phopay.metric}; every figure can be recomputed from payments.
 */
@NullMarked
package vn.phopay.figure;

import org.jspecify.annotations.NullMarked;
