/** Registering a shop in four screens, by its owner or with a helper of the city, and the way to its first payment. */
@NullMarked
package vn.phopay.registration;

import org.jspecify.annotations.NullMarked;
