/** The owner's pages about codes: what there is, making one, printing, and taking codes and paper back. */
@NullMarked
package vn.phopay.web.code;

import org.jspecify.annotations.NullMarked;
