package vn.phopay.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.phopay.access.PasswordHasher.Checked;
import vn.phopay.access.PasswordHasher.HashOutcome;
import vn.phopay.access.PasswordHasher.Hashed;
import vn.phopay.access.PasswordHasher.Overloaded;

class PasswordHasherTest {
    private static final Password RIGHT = Password.typed("pho-bo-tai-chin");
    private static final Password WRONG = Password.typed("pho-bo-tai-chim");

    private final Vertx vertx = Vertx.vertx();
    private final PasswordHasher hasher = new PasswordHasher(vertx, new PasswordHasher.Settings(1024, 1, 1, 2, 3));

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void matchesShouldAgreeWithTheReferenceWhenGivenItsTestVector() {
        // test.c of the Argon2 reference implementation: version 0x13, t=2, m=2^16, p=1, "password", "somesalt".
        String phc = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertTrue(Argon2idHash.matches(Password.typed("password"), phc));
        assertFalse(Argon2idHash.matches(Password.typed("Password"), phc));
    }

    @Test
    void checkShouldMatchOnlyTheRightPasswordWhenHashed() {
        String phc = hashed();

        assertEquals(new Checked(true), hasher.check(RIGHT, phc).await());
        assertEquals(new Checked(false), hasher.check(WRONG, phc).await());
    }

    @Test
    void hashShouldWriteItsCostAndANewSaltWhenCalledTwice() {
        String first = hashed();

        assertTrue(first.startsWith("$argon2id$v=19$m=1024,t=1,p=1$"), first);
        assertNotEquals(first, hashed());
    }

    @Test
    void checkAgainstNobodyShouldNeverMatchWhateverIsTyped() {
        assertEquals(new Checked(false), hasher.checkAgainstNobody(Password.STAND_IN).await());
        assertEquals(new Checked(false), hasher.checkAgainstNobody(RIGHT).await());
    }

    @Test
    void checkShouldFailWhenTheStoredHashIsNone() {
        assertThrows(IllegalStateException.class, () -> hasher.check(RIGHT, "plain").await());
        assertEquals(new Checked(true), hasher.check(RIGHT, hashed()).await(), "a fault gives its place back");
    }

    @Test
    void hashShouldRefuseOnlyWhatIsPastTheBoundWhenFloodedAtOnce() {
        // Work long enough that none is done before the last is asked for: two run, three wait, the rest is refused.
        PasswordHasher slow = new PasswordHasher(vertx, new PasswordHasher.Settings(65_536, 3, 1, 2, 3));
        List<Future<HashOutcome>> asked = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            asked.add(slow.hash(RIGHT));
        }
        List<HashOutcome> outcomes = asked.stream().map(future -> future.await()).toList();

        assertEquals(5, outcomes.stream().filter(Hashed.class::isInstance).count());
        assertEquals(7, outcomes.stream().filter(Overloaded.class::isInstance).count());
        assertInstanceOf(Hashed.class, slow.hash(RIGHT).await(), "the places are free again");
    }

    private String hashed() {
        return assertInstanceOf(Hashed.class, hasher.hash(RIGHT).await()).phc();
    }
}
