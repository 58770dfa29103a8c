/**
 * VietQR codes: the text inside the symbol (EMVCo merchant-presented payload, NAPAS profile), the signature that says
 * who issued it, the keys, and the symbol as SVG, PNG and PDF. Pure functions on values: no event loop, no database.
 *
 * <p>Everywhere in this package a "character" is one Unicode code point and a "position" is the 1-based number of a
 * character in the payload.
 */
@NullMarked
package vn.phopay.qr;

import org.jspecify.annotations.NullMarked;
