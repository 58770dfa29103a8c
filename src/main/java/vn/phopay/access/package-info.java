/** Who may do what: logins, sessions, roles and district scope. */
@NullMarked
package vn.phopay.access;

import org.jspecify.annotations.NullMarked;
