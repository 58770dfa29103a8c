/** Tests of the whole service on a real PostgreSQL, over HTTP only. */
package vn.phopay.it;
