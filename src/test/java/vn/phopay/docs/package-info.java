/** Holds the written documents against the code and the tests that they speak of. */
package vn.phopay.docs;
