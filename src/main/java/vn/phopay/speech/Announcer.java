package vn.phopay.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the live page says aloud, in one language. Every clip that an announcement can name is in {@link #clips()}, and
 * the product ships a recording of each.
 */
public enum Announcer {
    /** Vietnamese, the northern reading. */
    VI(new VietnameseNumbers(), new Phrases(
            "đã nhận", "cảnh báo", "chỉ nhận", "ngân hàng lấy lại", "đồng", "mất kết nối", "đã kết nối lại",
            "đã bật tiếng")),
    /** English. */
    EN(new EnglishNumbers(), new Phrases(
            "received", "warning", "only received", "the bank took back", "dong", "connection lost", "connected again",
            "sound is on"));

    private static final List<Long> EVERY_WORD = List.of(
            0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L, 19L, 20L, 21L, 24L,
            25L, 30L, 40L, 50L, 60L, 70L, 80L, 90L, 101L, 1_001_001_001_001_001L);

    private final NumberReading numbers;
    private final Phrases phrases;

    Announcer(NumberReading numbers, Phrases phrases) {
        this.numbers = numbers;
        this.phrases = phrases;
    }

    private record Phrases(
            String received,
            String warning,
            String onlyReceived,
            String takenBack,
            String currency,
            String lost,
            String back,
            String soundOn) {
        Stream<String> all() {
            return Stream.of(received, warning, onlyReceived, takenBack, currency, lost, back, soundOn);
        }
    }

    /**
     * One sentence.
     *
     * @param text as it is written
     * @param clips the word clips that say it, one after the other
     */
    public record Announcement(String text, List<String> clips) {
        /** Copies {@code clips}. */
        public Announcement {
            clips = List.copyOf(clips);
        }
    }

    /** The announcer of a language by its code; Vietnamese for every other one. */
    public static Announcer of(String language) {
        return "en".equals(language) ? EN : VI;
    }

    /** The language's code. */
    public String language() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** An amount in words with its currency: hai trăm nghìn đồng. */
    public String amount(long amountVnd) {
        return numbers.toWords(amountVnd) + " " + phrases.currency();
    }

    /** Đã nhận hai trăm nghìn đồng. */
    public Announcement received(long amountVnd) {
        return say(amountVnd, phrases.received());
    }

    /** Cảnh báo: chỉ nhận hai trăm đồng. */
    public Announcement onlyReceived(long amountVnd) {
        return say(amountVnd, phrases.warning(), phrases.onlyReceived());
    }

    /** Cảnh báo: ngân hàng lấy lại hai trăm nghìn đồng. */
    public Announcement takenBack(long amountVnd) {
        return say(amountVnd, phrases.warning(), phrases.takenBack());
    }

    /** Mất kết nối. */
    public Announcement lost() {
        return say(phrases.lost());
    }

    /** Đã kết nối lại. */
    public Announcement back() {
        return say(phrases.back());
    }

    /** Đã bật tiếng. */
    public Announcement soundOn() {
        return say(phrases.soundOn());
    }

    /** Every clip that an announcement may name. */
    public List<String> clips() {
        return Stream.concat(phrases.all(), EVERY_WORD.stream().flatMap(number -> numbers.toClips(number).stream()))
                .distinct()
                .toList();
    }

    private Announcement say(long amountVnd, String... opening) {
        List<String> clips = new ArrayList<>(List.of(opening));
        clips.addAll(numbers.toClips(amountVnd));
        clips.add(phrases.currency());
        return new Announcement(capitalized(String.join(": ", opening) + " " + amount(amountVnd)), clips);
    }

    private static Announcement say(String phrase) {
        return new Announcement(capitalized(phrase), List.of(phrase));
    }

    private static String capitalized(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
