/** The desk at which the audit log is searched. */
@NullMarked
package vn.phopay.web.desk.audit;

import org.jspecify.annotations.NullMarked;
