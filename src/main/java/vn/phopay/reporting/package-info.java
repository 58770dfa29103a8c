/**
 * The pack for the city's reporting system: indicators per month and unit with their completeness and lateness, the
 * plans they are reported for, and the register of indicators that feed the digital transformation index. For staff:
 * nothing in it is withheld.
 */
@NullMarked
package vn.phopay.reporting;

import org.jspecify.annotations.NullMarked;
