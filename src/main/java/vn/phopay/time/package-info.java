/** Business days and times as banks and merchants write them. */
@NullMarked
package vn.phopay.time;

import org.jspecify.annotations.NullMarked;
