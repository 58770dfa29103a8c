package vn.phopay.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import vn.phopay.http.KeptAnswers.Limits;
import vn.phopay.http.KeptAnswers.Question;
import vn.phopay.testing.MovableClock;

/** What was made of one edition is told to those who may see the same, and to nobody once the edition is another. */
class KeptAnswersTest {
    private static final Question CITY = new Question(List.of("overview", "amount"), "vi ADMIN []");

    private final AtomicReference<Optional<String>> edition = new AtomicReference<>(Optional.of("7"));
    private final List<String> made = new ArrayList<>();
    private KeptAnswers answers = new KeptAnswers(edition::get, new Limits(3, 1_000));

    @Test
    void answerShouldBeMadeOnceWhenTheEditionHolds() {
        assertEquals("first", ask(CITY, "first"));
        assertEquals("first", ask(CITY, "second"));
        assertEquals("first", answers.find(CITY).orElseThrow().toString());
        assertEquals(List.of("first"), made);
    }

    @Test
    void answerShouldBeMadeAnewWhenTheEditionIsAnother() {
        ask(CITY, "first");
        edition.set(Optional.of("8"));
        assertEquals(Optional.empty(), answers.find(CITY));
        assertEquals("second", ask(CITY, "second"));
        edition.set(Optional.of("7"));
        assertEquals(Optional.empty(), answers.find(CITY), "what an older edition said is gone");
    }

    @Test
    void answerShouldBeMadeAnewWhenTheBusinessDayIsAnother() {
        MovableClock clock = MovableClock.morning();
        EditionTag tags = new EditionTag(edition::get, clock, "code");
        answers = new KeptAnswers(tags::present, new Limits(3, 1_000));
        ask(CITY, "today");
        clock.advance(Duration.ofDays(1));
        assertEquals("tomorrow", ask(CITY, "tomorrow"));
    }

    @Test
    void answerShouldNotBeKeptWhenTheEditionMovedWhileItWasMade() {
        Promise<Buffer> slow = Promise.promise();
        Future<Buffer> asked = answers.of(CITY, slow::future);
        edition.set(Optional.of("8"));
        slow.complete(Buffer.buffer("of edition 7"));
        assertEquals("of edition 7", asked.result().toString());
        assertEquals(Optional.empty(), answers.find(CITY));
        edition.set(Optional.of("7"));
        assertEquals(Optional.empty(), answers.find(CITY));
    }

    @Test
    void whoeverAsksAfterTheEditionMovedShouldNotWaitForAnAnswerOfTheOldOne() {
        Promise<Buffer> slow = Promise.promise();
        answers.of(CITY, slow::future);
        edition.set(Optional.of("8"));
        assertEquals("of edition 8", ask(CITY, "of edition 8"));
        slow.complete(Buffer.buffer("of edition 7"));
        assertEquals("of edition 8", ask(CITY, "never"));
    }

    @Test
    void stampedeShouldBeAnsweredByOneMaking() {
        Promise<Buffer> slow = Promise.promise();
        List<Future<Buffer>> askers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            askers.add(answers.of(CITY, () -> {
                made.add("made");
                return slow.future();
            }));
        }
        askers.forEach(asker -> assertFalse(asker.isComplete()));
        slow.complete(Buffer.buffer("one"));
        askers.forEach(asker -> assertEquals("one", asker.result().toString()));
        assertEquals(1, made.size());
    }

    @Test
    void readersWhoMaySeeOtherThingsShouldNeverShareAnAnswer() {
        ask(CITY, "with the small districts");
        for (String reader : List.of("vi ADMIN [006]", "vi ANALYST []", "en ADMIN []", "false []")) {
            Question other = new Question(CITY.what(), reader);
            assertEquals(Optional.empty(), answers.find(other), reader);
            Promise<Buffer> slow = Promise.promise();
            Future<Buffer> asked = answers.of(other, slow::future);
            assertFalse(asked.isComplete(), reader);
            slow.complete(Buffer.buffer("without"));
            assertEquals("without", asked.result().toString());
        }
    }

    @Test
    void readersShouldNotEvenShareAnAnswerThatIsBeingMade() {
        Promise<Buffer> staffs = Promise.promise();
        answers.of(CITY, staffs::future);
        assertEquals("without", ask(new Question(CITY.what(), "false []"), "without"));
        staffs.complete(Buffer.buffer("with"));
        assertEquals("without", ask(new Question(CITY.what(), "false []"), "never"));
        assertEquals("with", ask(CITY, "never"));
    }

    @Test
    void questionsShouldDifferByEachPartOfWhatIsAsked() {
        assertNotEquals(new Question(List.of("a b", "c"), "x"), new Question(List.of("a", "b c"), "x"));
        assertEquals(new Question(List.of("a", "b"), "x"), new Question(List.of("a", "b"), "x"));
    }

    @Test
    void failureShouldBeHeardByAllWhoWaitAndNotBeKept() {
        Promise<Buffer> slow = Promise.promise();
        Future<Buffer> first = answers.of(CITY, slow::future);
        Future<Buffer> second = answers.of(CITY, () -> Future.succeededFuture(Buffer.buffer("never")));
        IllegalStateException fault = new IllegalStateException("no database");
        slow.fail(fault);
        assertSame(fault, first.cause());
        assertSame(fault, second.cause());
        assertEquals("later", ask(CITY, "later"));
        Question thrown = new Question(List.of("thrown"), "x");
        assertSame(fault, answers.of(thrown, () -> {
            throw fault;
        }).cause());
        assertEquals("later", ask(thrown, "later"));
    }

    @Test
    void nothingShouldBeKeptWhenNoEditionIsKnown() {
        edition.set(Optional.empty());
        assertEquals("first", ask(CITY, "first"));
        assertEquals("second", ask(CITY, "second"));
        edition.set(Optional.of("7"));
        assertEquals("third", ask(CITY, "third"));
        edition.set(Optional.empty());
        assertEquals(Optional.empty(), answers.find(CITY), "it may be another one by now");
    }

    @Test
    void leastRecentlyUsedShouldGoWhenThereAreTooMany() {
        for (int at = 0; at < 3; at++) {
            ask(question(at), "answer " + at);
        }
        answers.find(question(0));
        ask(question(3), "answer 3");
        assertTrue(answers.find(question(0)).isPresent());
        assertEquals(Optional.empty(), answers.find(question(1)));
        assertTrue(answers.find(question(2)).isPresent());
        assertTrue(answers.find(question(3)).isPresent());
    }

    @Test
    void bytesShouldBeBoundedToo() {
        ask(question(0), "x".repeat(600));
        ask(question(1), "x".repeat(400));
        assertTrue(answers.find(question(0)).isPresent(), "just inside");
        ask(question(2), "x");
        assertEquals(Optional.empty(), answers.find(question(1)));
        assertTrue(answers.find(question(0)).isPresent());
        ask(question(3), "x".repeat(1_001));
        assertEquals(Optional.empty(), answers.find(question(3)), "larger than everything together may be");
        assertTrue(answers.find(question(0)).isPresent(), "and it drives nothing out");
    }

    private static Question question(int at) {
        return new Question(List.of("trends", at), "vi ADMIN []");
    }

    private String ask(Question question, String answer) {
        return answers.of(question, () -> {
            made.add(answer);
            return Future.succeededFuture(Buffer.buffer(answer));
        }).result().toString();
    }
}
