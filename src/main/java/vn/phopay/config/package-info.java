/** The one validated configuration of the service: every setting and every limit, named once with unit and default. */
@NullMarked
package vn.phopay.config;

import org.jspecify.annotations.NullMarked;
