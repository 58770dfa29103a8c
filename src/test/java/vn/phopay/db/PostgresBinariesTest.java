package vn.phopay.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Unpacking PostgreSQL's programs. */
class PostgresBinariesTest {
    @Test
    void unpackShouldLeaveOneCompleteTreeWhenTwoDoItAtOnce(@TempDir Path root) throws Exception {
        Callable<PostgresBinaries> unpack = () -> PostgresBinaries.unpack(root);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<PostgresBinaries>> done = both.invokeAll(List.of(unpack, unpack));

            assertEquals(done.get(0).get().home(), done.get(1).get().home());
            assertTrue(Files.isExecutable(done.get(0).get().program("postgres")));
        }
        try (Stream<Path> left = Files.list(root)) {
            assertEquals(1, left.count());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, postgres-linux-x86_64.txz",
        "Linux, aarch64, postgres-linux-arm_64.txz",
        "Mac OS X, x86_64, postgres-darwin-x86_64.txz",
        "Mac OS X, aarch64, postgres-darwin-arm_64.txz",
        "Windows 11, amd64, postgres-windows-x86_64.txz",
    })
    void resourceNameShouldFollowThePlatform(String osName, String osArch, String resource) {
        assertEquals(resource, PostgresBinaries.resourceName(osName, osArch));
    }
}
