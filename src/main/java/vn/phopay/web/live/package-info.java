/** The live page, its stream, and the pairing of phones that may only hear. */
@NullMarked
package vn.phopay.web.live;

import org.jspecify.annotations.NullMarked;
