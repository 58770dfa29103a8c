/** What every implementation of a port must prove, written once. */
package vn.phopay.tck;
