/** JSON as its sender wrote it: numbers keep their token, so that a signature over parsed JSON can be checked. */
@NullMarked
package vn.phopay.bank.json;

import org.jspecify.annotations.NullMarked;
