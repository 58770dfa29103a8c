package vn.phopay.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import vn.phopay.access.LinkSecret;

/**
 * Moves a draft to another phone: the one shows a code, the other types it, and from then on it is the other's alone.
 */
public final class ResumeDraft {
    /** How long a code is good. */
    public static final Duration CODE_LIFETIME = Duration.ofHours(1);

    private final DraftStore drafts;
    private final Clock clock;
    private final SecureRandom random;

    /** Moves drafts of {@code drafts} by codes out of {@code random}. */
    public ResumeDraft(DraftStore drafts, Clock clock, SecureRandom random) {
        this.drafts = drafts;
        this.clock = clock;
        this.random = random;
    }

    /** A code for the owner's draft; an older one is not good any more. Empty where there is no draft to move. */
    public Future<Optional<ResumeCode>> offer(SqlClient client, DraftOwner owner) {
        ResumeCode code = ResumeCode.random(random);
        return drafts.offer(client, owner, code, clock.instant().plus(CODE_LIFETIME))
                .map(offered -> offered ? Optional.of(code) : Optional.empty());
    }

    /** Takes over the draft behind {@code code} and gives its new secret; empty where no draft waits under it. */
    public Future<Optional<LinkSecret>> claim(SqlClient client, ResumeCode code) {
        LinkSecret secret = LinkSecret.random(random);
        return drafts.claim(client, code, new DraftOwner.Phone(secret)).map(claimed -> claimed.map(draft -> secret));
    }
}
