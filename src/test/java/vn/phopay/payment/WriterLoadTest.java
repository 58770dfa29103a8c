package vn.phopay.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WriterLoadTest {
    private static final int ROWS_MAX = 100;
    private static final int BYTES_MAX = 1_000;
    private static final int SHARE_PERCENT = 75;

    private final WriterLoad load = new WriterLoad(new WriterSettings(ROWS_MAX, BYTES_MAX, 512, 0, SHARE_PERCENT));

    @Test
    void enterShouldRefuseWhenRowsWouldExceedTheQueueOnly() {
        assertTrue(enter("mb", 60, 0));
        assertFalse(enter("vcb", 41, 0));
        assertTrue(load.hasRoom());
        assertTrue(enter("vcb", 40, 0));
        assertFalse(load.hasRoom());
        assertFalse(enter("acb", 1, 0));
        assertEquals(100, load.rows(), "what is refused leaves nothing behind");
    }

    @Test
    void enterShouldRefuseWhenBytesWouldExceedTheQueueOnly() {
        assertTrue(enter("mb", 1, 600));
        assertFalse(enter("vcb", 1, 401));
        assertTrue(enter("vcb", 1, 400));
        assertFalse(load.hasRoom());
        assertEquals(1_000, load.bytes());
    }

    @Test
    void enterShouldRefuseABankThatFillsItsShareWhileOthersFindRoom() {
        assertTrue(enter("mb", 74, 0));
        assertTrue(enter("mb", 1, 0));
        assertFalse(enter("mb", 1, 0));
        assertTrue(enter("vcb", 25, 0));
    }

    @Test
    void enterShouldTakeOneCallLargerThanTheShareWhenItsBankHasNothingWaiting() {
        assertTrue(enter("mb", 76, 0));
        assertFalse(enter("mb", 1, 0));
    }

    @Test
    void leaveShouldMakeRoomAgainWhenADeliveryIsAnswered() {
        Delivery delivery = Facts.delivery("mb", 1_000);
        assertTrue(load.enter(delivery, 100));
        load.leave(delivery, 100);

        assertTrue(load.hasRoom());
        assertEquals(0, load.rows());
        assertEquals(0, load.bytes());
        assertTrue(enter("mb", 75, 1_000));
    }

    @Test
    void enterShouldTakeOneRowWhenTheShareRoundsToNone() {
        WriterLoad tiny = new WriterLoad(new WriterSettings(1, BYTES_MAX, 512, 0, SHARE_PERCENT));

        assertTrue(tiny.enter(Facts.delivery("mb", 1), 1));
        assertFalse(tiny.enter(Facts.delivery("vcb", 1), 1));
    }

    private boolean enter(String bankCode, int facts, int bytes) {
        return load.enter(Facts.delivery(bankCode, bytes), facts);
    }
}
