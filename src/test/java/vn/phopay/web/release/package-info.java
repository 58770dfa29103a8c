/** Tests of the pages of releases. */
package vn.phopay.web.release;
