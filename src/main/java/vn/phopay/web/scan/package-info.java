/** The page on which anyone checks a code, by camera, picture or paste, with and without scripts. */
@NullMarked
package vn.phopay.web.scan;

import org.jspecify.annotations.NullMarked;
