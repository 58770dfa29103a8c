/** The dialect of payOS: the sorted members of {@code data}, signed by the channel's checksum key. */
@NullMarked
package vn.phopay.bank.payos;

import org.jspecify.annotations.NullMarked;
