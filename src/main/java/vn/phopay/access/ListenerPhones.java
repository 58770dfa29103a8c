package vn.phopay.access;

import static io.vertx.core.Future.await;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.phopay.access.AuditEntry.Actor;
import vn.phopay.config.ListenerConfig;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.ListenerPhoneId;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;

/**
 * The phones of a shop's people that hear its payments: the owner invites one, it is paired once by link or code, and
 * from then on its session may do nothing but listen. What is ended listens no longer than until the next look at the
 * sessions behind open streams. What takes a transaction runs on virtual threads.
 */
public final class ListenerPhones {
    private static final String SUBJECT_KIND = "LISTENER_PHONE";

    private final ListenerPhoneStore store = new ListenerPhoneStore();
    private final SecureRandom random = new SecureRandom();
    private final ListenerConfig limits;
    private final Parts parts;

    /** What pairing is made of. */
    public record Parts(Sessions sessions, AuditLog audit, IdSource ids, Clock clock) {}

    /** Phones within {@code limits}. */
    public ListenerPhones(ListenerConfig limits, Parts parts) {
        this.limits = limits;
        this.parts = parts;
    }

    /** The owner, and the request it acts in. */
    public record Owner(MerchantId merchant, Actor actor) {}

    /**
     * Whom the owner wants to invite.
     *
     * @param name what the phone is to be called, 1 to {@link ListenerPhone#NAME_LENGTH_MAX} characters
     * @param outlet the one outlet whose payments it is to hear; empty for all of them
     */
    public record Wish(String name, Optional<OutletId> outlet) {}

    /** What came of an invitation. */
    public sealed interface InviteResult permits Invited, NoSuchOutlet, TooMany {}

    /**
     * It works once the transaction commits; its secrets are shown this once.
     *
     * @param link what stands in the link
     * @param code six digits, to be typed together with the owner's phone number
     * @param until until when both work; the first one used ends the other
     */
    public record Invited(ListenerPhoneId phone, String link, String code, Instant until) implements InviteResult {
        /** Hides link and code. */
        @Override
        public String toString() {
            return "Invited[phone=" + phone + ", until=" + until + "]";
        }
    }

    /** The merchant has no such outlet. */
    public record NoSuchOutlet() implements InviteResult {}

    /** The merchant has as many phones as it may. */
    public record TooMany(int max) implements InviteResult {}

    /**
     * What whoever opens a link is asked to confirm.
     *
     * @param shopName whose payments
     * @param outletName of which outlet; empty for all
     * @param phoneName what the owner calls the phone
     */
    public record Invitation(String shopName, Optional<String> outletName, String phoneName) {}

    /** A paired phone's session. */
    public record Paired(ListenerPhoneId phone, SessionToken token, Instant expiresAt) {}

    /**
     * Invites a phone in {@code transaction}.
     *
     * @throws IllegalArgumentException where the name is too long or empty
     */
    public InviteResult invite(SqlConnection transaction, Owner owner, Wish wish) {
        checkName(wish.name());
        if (wish.outlet().isPresent()
                && !await(store.ownsOutlet(transaction, owner.merchant(), wish.outlet().get()))) {
            return new NoSuchOutlet();
        }
        PairingSecret secret = PairingSecret.random(random);
        ListenerPhoneId id = new ListenerPhoneId(parts.ids().next());
        Instant now = parts.clock().instant();
        Instant until = now.plus(limits.invitation());
        boolean kept = await(store.invite(transaction, new ListenerPhoneStore.NewInvitation(
                id, owner.merchant(), wish.outlet(), wish.name(), secret, now, until), limits.phonesMax()));
        if (!kept) {
            return new TooMany(limits.phonesMax());
        }
        keep(transaction, owner.actor(), "listener.invite", id);
        return new Invited(id, secret.link(), secret.code(), until);
    }

    /** The invitation behind a link, which is not used up by that; empty once it was used, is over, or never was. */
    public Future<Optional<Invitation>> invitation(SqlClient db, String link) {
        return PairingSecret.linkHash(link)
                .map(hash -> store.invitation(db, hash, parts.clock().instant()))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    /**
     * The link's hash behind a typed code of the merchant that logs in by {@code typedPhone}, to be paired by
     * {@link #pair}; empty where none fits. Every try counts, right or wrong, by a statement of its own: do it outside
     * of transactions that may roll back.
     */
    public Future<Optional<Buffer>> tryCode(SqlClient db, String typedPhone, String typedCode) {
        Optional<Login> login = PhoneNumber.parse(typedPhone).map(Login::of);
        Optional<String> code = PairingSecret.typedCode(typedCode);
        if (login.isEmpty() || code.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        return store.countTry(db, login.get(), parts.clock().instant(), limits.codeTriesMax())
                .map(tried -> tried.stream()
                        .filter(one -> matches(one, code.get()))
                        .map(ListenerPhoneStore.Tried::linkHash)
                        .findFirst());
    }

    /** What {@link #pair} takes for a link; empty where it can be none. */
    public static Optional<Buffer> linkHash(String link) {
        return PairingSecret.linkHash(link);
    }

    /** Pairs the phone that is invited under a link's hash; empty where it was used, is over, or was ended. */
    public Optional<Paired> pair(SqlConnection transaction, Buffer linkHash, String requestId) {
        Optional<ListenerPhoneStore.Paired> paired =
                await(store.pair(transaction, linkHash, parts.clock().instant()));
        return paired.map(phone -> {
            Sessions.Opened opened =
                    await(parts.sessions().openForListener(transaction, phone.phone(), limits.idle()));
            Actor actor = new Actor(phone.phone().value(), Role.LISTENER.name(), requestId);
            keep(transaction, actor, "listener.pair", phone.phone());
            return new Paired(phone.phone(), opened.token(), opened.expiresAt());
        });
    }

    /** The phone behind a listener's session; empty once it is ended. */
    public Future<Optional<ListenerPhone>> of(SqlClient db, Principal listener) {
        return store.read(db, new ListenerPhoneId(listener.subjectId()));
    }

    /** The merchant's phones that may listen, and invitations that still work, the latest first. */
    public Future<List<ListenerPhone>> list(SqlClient db, MerchantId merchant) {
        return store.list(db, merchant, parts.clock().instant());
    }

    /** Renames one of the owner's phones; false where it has no such phone. */
    public boolean rename(SqlConnection transaction, Owner owner, ListenerPhoneId phone, String name) {
        checkName(name);
        boolean renamed = await(store.rename(transaction, owner.merchant(), phone, name));
        if (renamed) {
            keep(transaction, owner.actor(), "listener.rename", phone);
        }
        return renamed;
    }

    /** Ends one of the owner's phones or invitations, its session included; false where it has no such phone. */
    public boolean end(SqlConnection transaction, Owner owner, ListenerPhoneId phone) {
        boolean ended = await(store.end(transaction, owner.merchant(), phone, parts.clock().instant()));
        if (ended) {
            // A statement of its own: it sees the session of a phone that was paired while the first one waited.
            await(parts.sessions().endOfListener(transaction, phone));
            keep(transaction, owner.actor(), "listener.end", phone);
        }
        return ended;
    }

    /** Notes that these phones listen now, so that their sessions go on. */
    public Future<Void> noteHeard(SqlClient db, Collection<ListenerPhoneId> phones) {
        return phones.isEmpty()
                ? Future.succeededFuture()
                : store.noteHeard(db, phones, parts.clock().instant(), limits.idle());
    }

    private static boolean matches(ListenerPhoneStore.Tried tried, String code) {
        byte[] typed = PairingSecret.codeHash(tried.linkHash(), code).getBytes();
        return MessageDigest.isEqual(typed, tried.codeHash().getBytes());
    }

    private static void checkName(String name) {
        if (name.isBlank() || name.length() > ListenerPhone.NAME_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "a phone's name has 1 to " + ListenerPhone.NAME_LENGTH_MAX + " characters");
        }
    }

    private void keep(SqlClient transaction, Actor actor, String action, ListenerPhoneId phone) {
        await(parts.audit().record(transaction, AuditEntry.of(actor, action, SUBJECT_KIND, phone.toString())));
    }
}
