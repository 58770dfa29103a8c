package vn.phopay.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds the recordings against what is said. A reader of its own takes the frames of the MP3 (ISO/IEC 13818-3 layer
 * III) as far as it needs to know how long they last and where there is sound; that browsers really hear it is a test
 * of the live page.
 */
class SpeechClipsTest {
    private static final Path ASSETS = Path.of("src", "main", "resources", "web", "assets");
    private static final int BYTES_MAX = 200_000;
    private static final double WORD_SECONDS_MIN = 0.15;
    private static final double PHRASE_SECONDS_MAX = 2.5;
    private static final double GAP_SECONDS_MIN = 0.1;

    @ParameterizedTest
    @EnumSource
    void everyWordShouldHaveItsClipAndNoOtherClipBeShipped(Announcer announcer) throws IOException {
        Set<String> recorded = index(announcer).getJsonObject("clips").fieldNames();
        assertEquals(new HashSet<>(announcer.clips()), recorded);
    }

    @ParameterizedTest
    @EnumSource
    void clipsShouldStandOneAfterTheOtherWithinTheRecording(Announcer announcer) throws IOException {
        Mp3 mp3 = Mp3.read(Files.readAllBytes(file(announcer, "mp3")));
        JsonObject index = index(announcer);
        double end = index.getDouble("marker") + GAP_SECONDS_MIN;
        for (String clip : index.getJsonObject("clips").fieldNames()) {
            double start = start(index, clip);
            assertTrue(start >= end, clip + " begins inside the clip before it");
            double seconds = seconds(index, clip);
            assertTrue(seconds > WORD_SECONDS_MIN && seconds < PHRASE_SECONDS_MAX, clip + " lasts " + seconds + " s");
            end = start + seconds + GAP_SECONDS_MIN;
        }
        assertTrue(mp3.seconds() > end, "the recording lasts " + mp3.seconds() + " s, its clips " + end);
    }

    @ParameterizedTest
    @EnumSource
    void clipsShouldBeHeardAndSilenceBeBetweenThem(Announcer announcer) throws IOException {
        Mp3 mp3 = Mp3.read(Files.readAllBytes(file(announcer, "mp3")));
        JsonObject index = index(announcer);
        for (String clip : index.getJsonObject("clips").fieldNames()) {
            double start = start(index, clip);
            double end = start + seconds(index, clip);
            // A final -t or -c is silence for a while.
            assertTrue(mp3.shareHeard(start + 0.02, end - 0.03) > 0.6, clip + " is not heard");
            assertTrue(mp3.shareHeard(end + 0.02, end + 0.06) < 0.5, "after " + clip + " it is not silent");
        }
    }

    @ParameterizedTest
    @EnumSource
    void recordingShouldBeSmall(Announcer announcer) throws IOException {
        long bytes = Files.size(file(announcer, "mp3"));
        assertTrue(bytes < BYTES_MAX, bytes + " bytes");
        int clips = index(announcer).getJsonObject("clips").size();
        assertTrue(bytes / clips < 6_000, "a clip takes " + bytes / clips + " bytes");
    }

    private static double start(JsonObject index, String clip) {
        return clip(index, clip).getDouble(0);
    }

    private static double seconds(JsonObject index, String clip) {
        return clip(index, clip).getDouble(1);
    }

    private static JsonArray clip(JsonObject index, String clip) {
        return index.getJsonObject("clips").getJsonArray(clip);
    }

    private static JsonObject index(Announcer announcer) throws IOException {
        String module = Files.readString(file(announcer, "js"), StandardCharsets.UTF_8);
        return new JsonObject(module.substring(module.indexOf('{'), module.lastIndexOf('}') + 1));
    }

    private static Path file(Announcer announcer, String suffix) {
        return ASSETS.resolve("speech-" + announcer.language() + "." + suffix);
    }

    /** The frames of a mono MPEG-2 layer III file: of each, whether anything but silence is coded in it. */
    private record Mp3(List<Boolean> framesHeard) {
        private static final int SAMPLE_RATE = 22_050;
        private static final int FRAME_SAMPLES = 576;
        private static final int[] KBITS = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
        /** Until the first sample that was encoded: LAME's delay and a decoder's own. */
        private static final double DELAY_SECONDS = (576.0 + 529.0) / SAMPLE_RATE;
        private static final int BIG_VALUES_MIN = 8;

        static Mp3 read(byte[] bytes) {
            List<Boolean> heard = new ArrayList<>();
            int at = 0;
            while (at < bytes.length) {
                int header = word(bytes, at);
                assertEquals(0x7FF, header >>> 21, "a frame begins at byte " + at);
                assertEquals(0b10_01, header >>> 17 & 0b11_11, "it is MPEG-2 layer III");
                assertEquals(0, header >>> 10 & 0b11, "it has 22,050 samples a second");
                assertEquals(0b11, header >>> 6 & 0b11, "it is mono");
                int kbits = KBITS[header >>> 12 & 0xF];
                int padding = header >>> 9 & 1;
                heard.add(isHeard(bytes, at + ((header >>> 16 & 1) == 1 ? 4 : 6)));
                at += 72 * kbits * 1000 / SAMPLE_RATE + padding;
            }
            assertEquals(bytes.length, at, "the last frame is whole");
            // The first frame holds LAME's notes and no sound.
            return new Mp3(List.copyOf(heard.subList(1, heard.size())));
        }

        /** Side information of mono MPEG-2: 9 bits, then 12 bits of length and 9 of big values: silence has none. */
        private static boolean isHeard(byte[] bytes, int at) {
            return bits(bytes, at, 21, 9) > BIG_VALUES_MIN;
        }

        double seconds() {
            return framesHeard.size() * (double) FRAME_SAMPLES / SAMPLE_RATE;
        }

        /** Which share of the frames between two moments of the original recording is heard. */
        double shareHeard(double from, double to) {
            int first = frame(from);
            int last = Math.max(first, frame(to));
            return IntStream.rangeClosed(first, last).filter(framesHeard::get).count() / (double) (last - first + 1);
        }

        private static int frame(double seconds) {
            return (int) ((seconds + DELAY_SECONDS) * SAMPLE_RATE / FRAME_SAMPLES);
        }

        private static int word(byte[] bytes, int at) {
            return bits(bytes, at, 0, 16) << 16 | bits(bytes, at, 16, 16);
        }

        private static int bits(byte[] bytes, int at, int first, int count) {
            int value = 0;
            for (int bit = first; bit < first + count; bit++) {
                value = value << 1 | bytes[at + bit / 8] >> 7 - bit % 8 & 1;
            }
            return value;
        }
    }
}
