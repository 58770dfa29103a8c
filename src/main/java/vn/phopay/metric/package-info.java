/**
 * What is measured: the one definition of every metric, which the API, the pages, the monthly release and the documents
 * are made from. It computes nothing from payments; see {@code vn.phopay.figure}.
 */
@NullMarked
package vn.phopay.metric;

import org.jspecify.annotations.NullMarked;
