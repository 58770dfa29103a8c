/** Tests of the pages of the revenue book. */
package vn.phopay.web.book;
