/** Tests that kill real processes. */
package vn.phopay.chaos;
