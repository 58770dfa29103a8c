/** The endpoints of statements: uploads, and what became of them. */
@NullMarked
package vn.phopay.http.statement;

import org.jspecify.annotations.NullMarked;
