/** When walking zones are open: weekly hours with seasons, exceptions, and the spans that figures are counted by. */
@NullMarked
package vn.phopay.zone;

import org.jspecify.annotations.NullMarked;
