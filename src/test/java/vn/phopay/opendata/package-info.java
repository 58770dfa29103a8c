/** Tests of the package. */
package vn.phopay.opendata;
