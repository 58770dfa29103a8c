package vn.phopay.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.access.CredentialStore;
import vn.phopay.access.LinkSecret;
import vn.phopay.access.Password;
import vn.phopay.access.PasswordHasher;
import vn.phopay.access.PhoneNumber;
import vn.phopay.access.Principal;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.StaffId;

/**
 * Lets the owner of a shop that a helper registered choose her password on her own phone: by a link, or by her phone
 * number and six digits. Either works once and within {@link #LIFETIME}; the helper may make another one until she has
 * chosen, and never after. Six digits take at most five guesses, each counted before it is looked at.
 */
public final class PasswordLinks {
    /** How long a link is good. */
    public static final Duration LIFETIME = Duration.ofHours(72);

    private static final int CODE_BOUND = 1_000_000;

    private final PasswordLinkStore links;
    private final Parts parts;
    private final Clock clock;
    private final SecureRandom random;

    /** What a link works on. */
    public record Parts(CredentialStore credentials, PasswordHasher hasher, AuditLog audit) {}

    /** Links in {@code links}, drawn from {@code random}. */
    public PasswordLinks(PasswordLinkStore links, Parts parts, Clock clock, SecureRandom random) {
        this.links = links;
        this.parts = parts;
        this.clock = clock;
        this.random = random;
    }

    /** What came of making one. */
    public sealed interface Making permits Made, ChosenBefore {}

    /**
     * It is made, and can never be shown again.
     *
     * @param secret what stands in the link
     * @param code six digits
     * @param expiresAt until when both are good
     */
    public record Made(LinkSecret secret, String code, Instant expiresAt) implements Making {
        /** Hides both. */
        @Override
        public String toString() {
            return "Made[***]";
        }
    }

    /** The owner chose her password already. */
    public record ChosenBefore() implements Making {}

    /** How a link stands. */
    public enum Standing {
        /** It is good. */
        GOOD,
        /** It was used. */
        USED,
        /** Its time is over. */
        EXPIRED
    }

    /** A link, as its holder is shown it. */
    public record Link(MerchantId merchant, String shopName, PhoneNumber phone, Standing standing) {}

    /** A link that may be used up: known by its secret, or by six digits that were right. */
    public sealed interface Proof permits BySecret, ByCode {}

    /** Whoever holds the link. */
    public record BySecret(LinkSecret secret) implements Proof {}

    /** Whoever typed the six digits of a merchant; made by {@link #guess} alone. */
    public static final class ByCode implements Proof {
        private final PasswordLinkStore.Guess guess;

        private ByCode(PasswordLinkStore.Guess guess) {
            this.guess = guess;
        }
    }

    /** What came of a guess. */
    public sealed interface Guessing permits Right, Wrong, Overloaded {}

    /** The digits are right. */
    public record Right(ByCode proof) implements Guessing {}

    /** No link of this number has these digits, or not any more; which of it is not said. */
    public record Wrong() implements Guessing {}

    /** Too much work waits already; the guess was counted. */
    public record Overloaded(Duration retryAfter) implements Guessing {}

    /** Six digits, each as likely as any. Hash them by {@link #hash} before the transaction begins. */
    public String drawCode() {
        return String.format(Locale.ROOT, "%06d", random.nextInt(CODE_BOUND));
    }

    /** Hashes six digits as a password is: they are few, and a stolen database must not tell them. */
    public Future<PasswordHasher.HashOutcome> hash(String code) {
        return parts.hasher().hash(new Password(code));
    }

    /** Makes a merchant's link, in place of the last one, with {@code code} that was hashed to {@code hash}. */
    public Making make(SqlConnection transaction, MerchantId merchant, NewCode newCode, Principal helper) {
        Instant now = clock.instant();
        LinkSecret secret = LinkSecret.random(random);
        Instant expiresAt = now.plus(LIFETIME);
        PasswordLinkStore.NewLink link = new PasswordLinkStore.NewLink(
                secret, newCode.hash().phc(), new StaffId(helper.subjectId()), now, expiresAt);
        if (!Future.await(links.save(transaction, merchant, link))) {
            return new ChosenBefore();
        }
        AuditEntry.Actor actor = AuditEntry.Actor.of(helper, newCode.requestId());
        Future.await(parts.audit().record(
                transaction, AuditEntry.of(actor, "merchant.password-link", "MERCHANT", merchant.toString())));
        return new Made(secret, newCode.code(), expiresAt);
    }

    /**
     * Six digits for a new link.
     *
     * @param code the digits
     * @param hash their hash
     * @param requestId the request, for the audit log
     */
    public record NewCode(String code, PasswordHasher.Hashed hash, String requestId) {
        /** Hides the digits. */
        @Override
        public String toString() {
            return "NewCode[***]";
        }
    }

    /** The link with this secret; empty where there is none, or another one took its place. */
    public Future<Optional<Link>> find(SqlClient client, LinkSecret secret) {
        return links.find(client, secret).map(found -> found.map(link ->
                new Link(link.merchant(), link.shopName(), link.phone(), standing(link))));
    }

    /** Holds six digits against the link of {@code phone}; takes as long where there is none. */
    public Future<Guessing> guess(SqlClient db, PhoneNumber phone, String code) {
        Password digits = new Password(code);
        return links.countGuess(db, phone, clock.instant()).compose(found -> found
                .map(guess -> parts.hasher().check(digits, guess.codeHash()).map(outcome -> toGuessing(outcome, guess)))
                .orElseGet(() -> parts.hasher().checkAgainstNobody(digits).map(outcome -> toGuessing(outcome, null))));
    }

    /**
     * The owner chose a password, hashed to {@code hash}; gives the number by which she logs in. Empty where the link
     * is not good any more.
     */
    public Optional<PhoneNumber> choose(
            SqlConnection transaction, Proof proof, PasswordHasher.Hashed hash, String requestId) {
        return use(transaction, proof).map(merchant -> {
            if (!Future.await(parts.credentials().choosePassword(transaction, merchant, hash))) {
                throw new IllegalStateException("a merchant without login: " + merchant);
            }
            AuditEntry.Actor owner = new AuditEntry.Actor(merchant.value(), "MERCHANT", requestId);
            Future.await(parts.audit().record(
                    transaction, AuditEntry.of(owner, "merchant.choose-password", "MERCHANT", merchant.toString())));
            return Future.await(links.phoneOf(transaction, merchant));
        });
    }

    private Optional<MerchantId> use(SqlConnection transaction, Proof proof) {
        Instant now = clock.instant();
        return switch (proof) {
            case BySecret(LinkSecret secret) -> Future.await(links.find(transaction, secret))
                    .map(PasswordLinkStore.StoredLink::merchant)
                    .filter(merchant -> Future.await(links.use(transaction, merchant, secret, now)));
            case ByCode code -> Optional.of(code.guess.merchant())
                    .filter(merchant -> Future.await(links.use(transaction, code.guess, now)));
        };
    }

    private static Guessing toGuessing(
            PasswordHasher.CheckOutcome outcome, PasswordLinkStore.@Nullable Guess guess) {
        return switch (outcome) {
            case PasswordHasher.Overloaded(Duration retryAfter) -> new Overloaded(retryAfter);
            case PasswordHasher.Checked(boolean matches) ->
                matches && guess != null ? new Right(new ByCode(guess)) : new Wrong();
        };
    }

    private Standing standing(PasswordLinkStore.StoredLink link) {
        if (link.isUsed()) {
            return Standing.USED;
        }
        return clock.instant().isBefore(link.expiresAt()) ? Standing.GOOD : Standing.EXPIRED;
    }
}
