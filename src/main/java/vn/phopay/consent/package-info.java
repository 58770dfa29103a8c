/** What merchants agreed to, in which wording and how, and what they took back. */
@NullMarked
package vn.phopay.consent;

import org.jspecify.annotations.NullMarked;
