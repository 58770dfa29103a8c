/** Pages for people: rendered once for each language, with scripts, styles and fonts of our own only. */
@NullMarked
package vn.phopay.web;

import org.jspecify.annotations.NullMarked;
