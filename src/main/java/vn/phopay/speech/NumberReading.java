package vn.phopay.speech;

import java.util.List;

/**
 * Reads a whole number aloud in one language. What is written and what is heard are the same words: a clip is named by
 * the word that it says.
 */
public sealed interface NumberReading permits VietnameseNumbers, EnglishNumbers {
    /** The largest number that is read: a total of a hundred thousand payments of the largest amount there is. */
    long MAX = 999_999_999_999_999_999L;

    /** The number in words, as {@code hai trăm nghìn}; 0 to {@link #MAX}, else {@link IllegalArgumentException}. */
    String toWords(long number);

    /** The word clips that say the same, one after the other; the same limits hold. */
    List<String> toClips(long number);

    /** Refuses what has no reading here. */
    static void check(long number) {
        if (number < 0 || number > MAX) {
            throw new IllegalArgumentException("numbers are read from 0 to " + MAX + ", not " + number);
        }
    }
}
