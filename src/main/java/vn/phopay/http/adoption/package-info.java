/** The public figures over HTTP. */
@NullMarked
package vn.phopay.http.adoption;

import org.jspecify.annotations.NullMarked;
