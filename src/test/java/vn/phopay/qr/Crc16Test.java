package vn.phopay.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class Crc16Test {
    @Test
    void hexOfShouldGiveCheckValueWhenTextIsOneToNine() {
        assertEquals("29B1", Crc16.hexOf("123456789"));
    }

    @Test
    void hexOfShouldCountBytesOfUtf8WhenTextIsVietnamese() {
        // Independently computed over c3 b4 (o with circumflex), f0 9f 8d 9c (a bowl) and 41.
        int crc = Crc16.START;
        for (int octet : new int[] {0xC3, 0xB4, 0xF0, 0x9F, 0x8D, 0x9C, 0x41}) {
            crc = Crc16.update(crc, octet);
        }
        assertEquals(Crc16.hex(crc), Crc16.hexOf("ô🍜A"));
        assertEquals(crc, new PayloadText("ô🍜A").crc(3));
    }

    @Test
    void hexShouldPadWithZerosWhenValueIsSmall() {
        assertEquals("000A", Crc16.hex(10));
    }
}
