/** Tests of the package. */
package vn.phopay.release;
