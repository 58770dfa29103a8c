/** The rules of the house as functions from text to findings; {@code TidyTest} holds the repository against them. */
package vn.phopay.tidy;
