package vn.phopay.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.bank.BankStore.NewBank;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class BankDirectoryTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("bank_directory");

    private final MovableClock clock = MovableClock.morning();
    private final BankStore store = new BankStore();
    private final BankDirectory directory = new BankDirectory(TestPostgres.vertx(), store, DB.pool(), clock);

    /** A bank made elsewhere just after a reading was once refused, because that reading was still fresh. */
    @Test
    void refreshBeforeRefusalShouldFindABankThatWasMadeAfterTheLastReading() {
        await(directory.refresh());
        await(directory.refreshBeforeRefusal());
        make("just-made");
        assertTrue(directory.find("just-made").isEmpty(), "not read yet");

        await(directory.refreshBeforeRefusal());

        assertTrue(directory.find("just-made").isPresent());
    }

    @Test
    void refreshBeforeRefusalShouldShareOneReadingWhenManyAskAtOnce() {
        await(directory.refreshBeforeRefusal());
        List<Future<Void>> asked = Stream.generate(directory::refreshBeforeRefusal).limit(100).toList();

        await(Future.all(asked));

        assertEquals(1, asked.stream().distinct().count());
    }

    /** A clock that was a day ahead and is set right once stopped every reading, and every refusal, for that day. */
    @Test
    void refreshShouldStillBeKeptAndSoonWhenTheClockIsSetBack() {
        clock.advance(Duration.ofDays(1));
        await(directory.refreshBeforeRefusal());
        clock.advance(Duration.ofDays(-1));
        make("after-the-step");

        await(directory.refreshBeforeRefusal());

        assertTrue(directory.find("after-the-step").isPresent());
    }

    private void make(String code) {
        await(store.insertBank(DB.pool(), new NewBank(code, "970422", "x"), clock.instant(), new UUID(0, 0)));
    }
}
