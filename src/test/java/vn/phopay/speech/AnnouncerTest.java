package vn.phopay.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.phopay.speech.Announcer.Announcement;

class AnnouncerTest {
    @Test
    void receivedShouldSayTheAmount() {
        assertEquals(
                new Announcement("Đã nhận hai trăm nghìn đồng",
                        List.of("đã nhận", "hai", "trăm", "nghìn", "đồng")),
                Announcer.VI.received(200_000));
        assertEquals(
                new Announcement("Received twenty-one thousand dong",
                        List.of("received", "twenty", "one", "thousand", "dong")),
                Announcer.EN.received(21_000));
    }

    @Test
    void onlyReceivedShouldWarnInTheWordsOfTheIssue() {
        assertEquals(
                new Announcement("Cảnh báo: chỉ nhận hai trăm đồng",
                        List.of("cảnh báo", "chỉ nhận", "hai", "trăm", "đồng")),
                Announcer.VI.onlyReceived(200));
    }

    @Test
    void takenBackShouldWarn() {
        assertEquals("Cảnh báo: ngân hàng lấy lại năm mươi nghìn đồng", Announcer.VI.takenBack(50_000).text());
    }

    @Test
    void stateOfTheConnectionShouldBeSaid() {
        assertEquals(new Announcement("Mất kết nối", List.of("mất kết nối")), Announcer.VI.lost());
        assertEquals(new Announcement("Đã kết nối lại", List.of("đã kết nối lại")), Announcer.VI.back());
        assertEquals("Sound is on", Announcer.EN.soundOn().text());
    }

    @Test
    void announcerShouldFollowTheLanguageAndBeVietnameseOtherwise() {
        assertEquals(Announcer.EN, Announcer.of("en"));
        assertEquals(Announcer.VI, Announcer.of("vi"));
        assertEquals(Announcer.VI, Announcer.of("fr"));
        assertEquals("vi", Announcer.VI.language());
    }

    @ParameterizedTest
    @EnumSource
    void clipsShouldHoldWhateverIsSaid(Announcer announcer) {
        List<String> clips = announcer.clips();
        assertEquals(clips.size(), clips.stream().distinct().count());
        new Random(9).longs(100_000, 0, NumberReading.MAX + 1).forEach(amount ->
                assertTrue(clips.containsAll(announcer.takenBack(amount).clips()), () -> "not all clips of " + amount));
        for (long amount = 0; amount < 2_000; amount++) {
            assertTrue(clips.containsAll(announcer.onlyReceived(amount).clips()), "not all clips of " + amount);
        }
        assertTrue(clips.containsAll(announcer.received(1).clips()));
        assertTrue(clips.containsAll(announcer.lost().clips()));
        assertTrue(clips.containsAll(announcer.back().clips()));
        assertTrue(clips.containsAll(announcer.soundOn().clips()));
    }
}
