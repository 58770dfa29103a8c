package vn.phopay.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceLabelTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605 Version/18.1 Safari/604.1|iPhone · Safari
        Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605 CriOS/131.0 Safari/604.1|iPhone · Chrome
        Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/131.0.0.0 Mobile Safari/537.36|Android · Chrome
        Mozilla/5.0 (Linux; Android 14; SM-A546E) SamsungBrowser/27.0 Chrome/125.0 Safari/537|Android · Samsung Internet
        Mozilla/5.0 (Linux; Android 13; Redmi) Chrome/131.0 Mobile Safari/537.36 Zalo android/121|Android · Zalo
        Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) AppleWebKit/605 [FBAN/FBIOS;FBAV/480.0]|iPad · Facebook
        Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/131.0 Safari/537.36 Edg/131.0|Windows · Edge
        Mozilla/5.0 (Windows NT 10.0; Win64; x64) coc_coc_browser/130.0 Chrome/124.0 Safari/537|Windows · Cốc Cốc
        Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605 Version/18.1 Safari/605.1|Mac · Safari
        Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0|Linux · Firefox
        Mozilla/5.0 (SomethingNew) Nobody/1.0|''
        curl/8.5.0|''
        """)
    void ofShouldTellDeviceAndBrowserInCoarseWords(String header, String label) {
        assertEquals(label, DeviceLabel.of(Optional.of(header)).text());
    }

    @Test
    void ofShouldKeepNothingOfTheHeaderButKnownWords() {
        assertEquals(DeviceLabel.UNKNOWN, DeviceLabel.of(Optional.empty()));
        assertEquals(DeviceLabel.UNKNOWN, DeviceLabel.of(Optional.of("<script>alert(1)</script>")));
        String long64 = DeviceLabel.of(Optional.of("iPhone SamsungBrowser/" + "x".repeat(100_000))).text();
        assertTrue(long64.length() <= 64, long64);
        assertEquals("Safari", DeviceLabel.of(Optional.of("Safari/1" + " ".repeat(2_000) + "iPhone")).text());
    }
}
