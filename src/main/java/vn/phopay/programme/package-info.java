/**
 * What the city does to bring shops in: which places of trade a street has and which of them are reached, who visits
 * the others, what is aimed at until when, and which campaigns ran.
 */
@NullMarked
package vn.phopay.programme;

import org.jspecify.annotations.NullMarked;
