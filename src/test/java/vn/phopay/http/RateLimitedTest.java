package vn.phopay.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.TestHttp;
import vn.phopay.testing.TestPostgres;

class RateLimitedTest {
    private final MovableClock clock = MovableClock.morning();

    @Test
    void takeShouldLetTheBurstThroughAndThenTheRateWhenOneClientKeepsSending() {
        TokenBuckets buckets = buckets(3, 60, 10);
        take(buckets, "a", 3);

        assertEquals(Optional.of(Duration.ofSeconds(1)), buckets.take("a"));
        clock.advance(Duration.ofMillis(999));
        assertEquals(Optional.of(Duration.ofMillis(1)), buckets.take("a"), "a refused call takes nothing");
        clock.advance(Duration.ofMillis(1));
        take(buckets, "a", 1);
        assertEquals(Optional.of(Duration.ofSeconds(1)), buckets.take("a"));
    }

    @Test
    void takeShouldFillUpToTheBurstOnlyWhenTheClientWasAwayForLong() {
        TokenBuckets buckets = buckets(3, 60, 10);
        take(buckets, "a", 3);
        clock.advance(Duration.ofDays(1));
        take(buckets, "a", 3);

        assertEquals(Optional.of(Duration.ofSeconds(1)), buckets.take("a"));
    }

    /** Whoever had called while the clock was a day ahead was refused for that day once it was right again. */
    @Test
    void takeShouldWaitNoLongerThanForATokenWhenTheClockIsSetBack() {
        TokenBuckets buckets = buckets(3, 60, 10);
        take(buckets, "a", 3);
        clock.advance(Duration.ofDays(-1));

        assertEquals(Optional.of(Duration.ofSeconds(1)), buckets.take("a"));
        clock.advance(Duration.ofSeconds(1));
        take(buckets, "a", 1);
    }

    @Test
    void takeShouldCountEachClientAloneWhenThereAreSeveral() {
        TokenBuckets buckets = buckets(1, 60, 10);
        take(buckets, "a", 1);
        take(buckets, "b", 1);

        assertEquals(Optional.of(Duration.ofSeconds(1)), buckets.take("a"));
    }

    @Test
    void takeShouldForgetTheClientLongestUnseenWhenThereAreTooMany() {
        TokenBuckets buckets = buckets(1, 60, 2);
        take(buckets, "a", 1);
        take(buckets, "b", 1);
        assertEquals(Optional.of(Duration.ofSeconds(1)), buckets.take("a"), "seen again, so b is the oldest");
        take(buckets, "c", 1);

        assertEquals(Optional.of(Duration.ofSeconds(1)), buckets.take("a"));
        take(buckets, "b", 1);
    }

    @Test
    void takeShouldLetExactlyTheBurstThroughWhenManyThreadsSendAtOnce() throws Exception {
        TokenBuckets buckets = buckets(7, 60, 10);

        assertEquals(7, AtOnce.run(50, i -> buckets.take("a")).stream().filter(Optional::isEmpty).count());
    }

    @Test
    void limitShouldBeRefusedWhenItLetsNothingThrough() {
        assertThrows(IllegalArgumentException.class, () -> new TokenBuckets.Limit(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new TokenBuckets.Limit(1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new TokenBuckets.Limit(1, 1, 0));
    }

    @Test
    void routeShouldAnswer429UntilATokenIsThereWhenTheBucketIsEmpty() {
        try (TestHttp http = new TestHttp.Builder(TestPostgres.vertx(), clock, Calls.NOBODY)
                .add(limited("/limited", buckets(2, 30, 10)))
                .add(limited("/other", buckets(2, 30, 10)))
                .start()) {
            assertEquals(204, http.send("GET", "/limited", null).statusCode());
            assertEquals(204, http.send("GET", "/limited", null).statusCode());

            HttpResponse<String> refused = http.send("GET", "/limited", null);
            assertEquals(429, refused.statusCode());
            assertEquals("2", refused.headers().firstValue("retry-after").orElse(""));
            assertEquals("application/problem+json", refused.headers().firstValue("content-type").orElse(""));
            assertEquals(204, http.send("GET", "/other", null).statusCode(), "each route has buckets of its own");

            clock.advance(Duration.ofSeconds(2));
            assertEquals(204, http.send("GET", "/limited", null).statusCode());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2",
        "2001:db8:1:2:ffff:0:0:1, 2001:db8:1:2",
        "0:0:0:0:0:0:0:1%lo, 0:0:0:0",
    })
    void clientShouldBeTheNetworkWhenTheAddressIsIpv6(String address, String client) {
        assertEquals(client, RateLimited.clientOf(address));
    }

    private TokenBuckets buckets(int burst, int perMinute, int clientsMax) {
        return new TokenBuckets(new TokenBuckets.Limit(burst, perMinute, clientsMax), clock);
    }

    private static void take(TokenBuckets buckets, String client, int times) {
        for (int i = 0; i < times; i++) {
            assertEquals(Optional.empty(), buckets.take(client), "token " + (i + 1) + " of " + client);
        }
    }

    private static RateLimited limited(String path, TokenBuckets buckets) {
        Endpoint endpoint = Calls.endpoint(
                EndpointSpec.get(path, Access.ANYONE), call -> Future.succeededFuture(Reply.noContent()));
        return new RateLimited(endpoint, buckets);
    }
}
