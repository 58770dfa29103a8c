/** Tests of virtual threads and what runs on them. */
@NullMarked
package vn.phopay.concurrent;

import org.jspecify.annotations.NullMarked;
