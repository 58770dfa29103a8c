/** The thin HTTP edge: endpoints, decorators around them, problems. It holds no rules and no SQL. */
@NullMarked
package vn.phopay.http;

import org.jspecify.annotations.NullMarked;
