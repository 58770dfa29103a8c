package vn.phopay.db;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which servers are trusted with payments. */
class ServerCheckTest {
    @ParameterizedTest
    @ValueSource(strings = {"on", "remote_apply"})
    void checkShouldPassWhenTheServerIsDurable(String synchronousCommit) {
        assertDoesNotThrow(new ServerCheck.Settings(150_000, "UTF8", "on", synchronousCommit, "on")::check);
    }

    @ParameterizedTest
    @CsvSource({
        "off, on, on, fsync=off",
        "on, off, on, synchronous_commit=off",
        "on, local, on, synchronous_commit=local",
        "on, remote_write, on, synchronous_commit=remote_write",
        "on, on, off, full_page_writes=off",
    })
    void checkShouldRefuseWhenASettingMayLosePayments(String fsync, String commit, String pages, String named) {
        DurabilityException fault = assertThrows(DurabilityException.class,
                new ServerCheck.Settings(180_006, "UTF8", fsync, commit, pages)::check);

        assertTrue(String.valueOf(fault.getMessage()).contains(named));
    }

    @Test
    void checkShouldRefuseWhenTheServerIsTooOldOrNotInUtf8() {
        assertThrows(UnsupportedServerException.class,
                new ServerCheck.Settings(149_999, "UTF8", "on", "on", "on")::check);
        assertThrows(UnsupportedServerException.class,
                new ServerCheck.Settings(180_006, "SQL_ASCII", "on", "on", "on")::check);
    }
}
