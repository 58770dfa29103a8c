/**
 * Charts as SVG, made by the server: lines, bars, the districts' cartogram, sparklines and strips of premises, each
 * with its table twin, from which the page's table and the CSV file are both written. Pure: it reads nothing and knows
 * no page.
 *
 * <p>Nothing is told by colour alone: lines differ by dashes and end marks, steps by gauges, states by shape and
 * letter. What is not known, or withheld, is a gap and never 0. Colours come from classes ({@code chart.css}).
 */
@NullMarked
package vn.phopay.chart;

import org.jspecify.annotations.NullMarked;
