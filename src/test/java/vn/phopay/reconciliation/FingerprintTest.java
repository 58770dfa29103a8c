package vn.phopay.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class FingerprintTest {
    @Test
    void pairShouldReadTheSameWhicheverCameFirst() {
        String one = Fingerprint.ofTransfer("mbbank", "FT2");
        String other = Fingerprint.ofTransfer("sepay", "9");
        assertEquals(Fingerprint.ofPair(one, other), Fingerprint.ofPair(other, one));
        assertNotEquals(Fingerprint.ofPair(one, other), Fingerprint.ofPair(one, Fingerprint.ofTransfer("sepay", "8")));
    }

    @Test
    void accountShouldTellSubjectsApart() {
        assertEquals("mbbank/0123/77", Fingerprint.ofAccount("mbbank", "0123", "77"));
        assertNotEquals(Fingerprint.ofAccount("mbbank", "0123", "77"), Fingerprint.ofAccount("mbbank", "0124", "77"));
    }
}
