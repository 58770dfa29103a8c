/** Endpoints of open data: files that never change, what is newest, catalogues and keys. Anyone may read all of it. */
@NullMarked
package vn.phopay.http.opendata;

import org.jspecify.annotations.NullMarked;
