/** What is said aloud: numbers as words, and announcements as the word clips that make them up. */
@NullMarked
package vn.phopay.speech;

import org.jspecify.annotations.NullMarked;
