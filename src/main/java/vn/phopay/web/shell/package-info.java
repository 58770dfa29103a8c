/** What all pages share: log-in and log-out, language, the page without network, and what makes it installable. */
@NullMarked
package vn.phopay.web.shell;

import org.jspecify.annotations.NullMarked;
