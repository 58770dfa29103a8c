/** Endpoints that publish the public keys of signatures other than those in codes: of releases and of seals. */
@NullMarked
package vn.phopay.http.keys;

import org.jspecify.annotations.NullMarked;
