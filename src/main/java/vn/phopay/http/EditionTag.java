package vn.phopay.http;

import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import vn.phopay.time.BusinessDay;

/**
 * Strong entity tags (RFC 9110 section 8.8.3) of answers that are made of figures: they follow from the figures'
 * edition, which is known in memory, from the business day, the code, the address and whatever else an answer depends
 * on. So a caller who has the answer is told so before the database is asked.
 *
 * <p>A tag is given out only where the edition was the same before and after the answer was made: whoever holds it
 * holds what that edition says. While no edition is known there are no tags.
 */
public final class EditionTag {
    private static final char SEPARATOR = '\n';

    private final Supplier<Optional<String>> edition;
    private final Clock clock;
    private final String code;

    /**
     * Tags by {@code edition}, which must change whenever any figure does and must not wait; {@code code} names the
     * release, because another one may say the same otherwise.
     */
    public EditionTag(Supplier<Optional<String>> edition, Clock clock, String code) {
        this.edition = edition;
        this.clock = clock;
        this.code = code;
    }

    /**
     * The tag of {@code call}'s answer as of now; empty while no edition is known.
     *
     * @param scope what else the answer depends on: language, who may see what
     */
    public Optional<String> of(Call call, String scope) {
        return present().map(known -> EntityTag.ofBytes(Buffer.buffer(
                String.join(String.valueOf(SEPARATOR), known, code, call.address(), scope))));
    }

    /** The present edition with its business day: what an answer follows from, whatever it is asked; never waits. */
    public Optional<String> present() {
        return edition.get().map(known -> known + SEPARATOR + BusinessDay.of(clock.instant()));
    }

    /** 304 where the caller holds the answer of {@code tag}; add the same headers as with 200. */
    public static Optional<Reply> notModified(Call call, Optional<String> tag) {
        return tag.filter(known -> EntityTag.isCached(call, known))
                .map(known -> Reply.notModified().with("etag", known));
    }

    /** {@code reply} with {@code tag} where it is still the tag of the call, so that the answer is of that edition. */
    public Reply tagged(Call call, String scope, Optional<String> tag, Reply reply) {
        return tag.filter(before -> reply.status() == 200 && of(call, scope).equals(tag))
                .map(before -> reply.with("etag", before))
                .orElse(reply);
    }
}
