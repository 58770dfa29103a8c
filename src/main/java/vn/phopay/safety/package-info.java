/** What keeps codes on walls honest: owners check their own, anybody reports one that was pasted over. */
@NullMarked
package vn.phopay.safety;

import org.jspecify.annotations.NullMarked;
