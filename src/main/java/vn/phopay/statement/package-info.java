/** Bank statements: reading them, importing their lines, and finding each line's payment. */
@NullMarked
package vn.phopay.statement;

import org.jspecify.annotations.NullMarked;
