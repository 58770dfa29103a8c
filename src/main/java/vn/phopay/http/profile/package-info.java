/** Endpoints by which staff decide about owners' wishes to be forgotten. */
@NullMarked
package vn.phopay.http.profile;

import org.jspecify.annotations.NullMarked;
