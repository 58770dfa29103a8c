package vn.phopay.http;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers made of figures, kept in memory for as long as the edition is the present one that they were made of, the
 * least recently used going first. A question is asked of the database by one caller at a time; whoever asks the same
 * meanwhile gets what the first one made. While no edition is known nothing is kept and nobody waits for another.
 *
 * <p>What is kept is told to everybody whose {@link Question} is the same: it must name everything that an answer
 * depends on beside the edition, above all who may see what. Safe for several threads.
 */
public final class KeptAnswers {
    private final Supplier<Optional<String>> edition;
    private final Limits limits;
    private final Map<Question, Buffer> answers = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<Asked, Future<Buffer>> askedToAnswer = new HashMap<>();
    private String answersEdition = "";
    private long bytes;

    /** Keeps answers of {@code edition}, which must not wait, and must change whenever an answer may. */
    public KeptAnswers(Supplier<Optional<String>> edition, Limits limits) {
        this.edition = edition;
        this.limits = limits;
    }

    /**
     * How much is kept.
     *
     * @param answersMax so many answers at most
     * @param bytesMax so many bytes of them at most; a larger answer is not kept
     */
    public record Limits(int answersMax, long bytesMax) {}

    /**
     * What an answer depends on beside the edition.
     *
     * @param what is asked: the kind of answer and everything that was asked for, compared one by one
     * @param reader what of the reader changes the answer: language, and whose figures are withheld
     */
    public record Question(List<?> what, String reader) {
        /** Copies {@code what}. */
        public Question {
            what = List.copyOf(what);
        }
    }

    /** A question while it is being answered. */
    private record Asked(String edition, Question question) {}

    /** The answer where it is kept. */
    public Optional<Buffer> find(Question question) {
        return edition.get().flatMap(now -> kept(now, question));
    }

    /**
     * The answer as it is kept, as somebody else is making it, or else as {@code maker} makes it. Fails with what
     * {@code maker} fails with; that is not kept.
     */
    public Future<Buffer> of(Question question, Supplier<Future<Buffer>> maker) {
        Optional<String> now = edition.get();
        if (now.isEmpty()) {
            return maker.get();
        }
        Asked asked = new Asked(now.get(), question);
        Promise<Buffer> mine = Promise.promise();
        synchronized (this) {
            Optional<Buffer> known = kept(now.get(), question);
            if (known.isPresent()) {
                return Future.succeededFuture(known.get());
            }
            Future<Buffer> others = askedToAnswer.putIfAbsent(asked, mine.future());
            if (others != null) {
                return others;
            }
        }
        make(maker).onComplete(made -> end(asked, made, mine));
        return mine.future();
    }

    private static Future<Buffer> make(Supplier<Future<Buffer>> maker) {
        try {
            return maker.get();
        } catch (RuntimeException thrown) {
            return Future.failedFuture(thrown);
        }
    }

    private void end(Asked asked, AsyncResult<Buffer> made, Promise<Buffer> waiting) {
        boolean holds = made.succeeded() && edition.get().filter(asked.edition()::equals).isPresent();
        synchronized (this) {
            askedToAnswer.remove(asked);
            if (holds) {
                keep(asked, made.result());
            }
        }
        waiting.handle(made);
    }

    private synchronized Optional<Buffer> kept(String now, Question question) {
        return now.equals(answersEdition) ? Optional.ofNullable(answers.get(question)) : Optional.empty();
    }

    private void keep(Asked asked, Buffer answer) {
        if (!asked.edition().equals(answersEdition)) {
            answers.clear();
            bytes = 0;
            answersEdition = asked.edition();
        }
        if (answer.length() > limits.bytesMax()) {
            return;
        }
        Buffer before = answers.put(asked.question(), answer);
        bytes += answer.length() - (before == null ? 0 : before.length());
        Iterator<Buffer> oldest = answers.values().iterator();
        while (answers.size() > limits.answersMax() || bytes > limits.bytesMax()) {
            bytes -= oldest.next().length();
            oldest.remove();
        }
    }
}
