package vn.phopay.profile;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import vn.phopay.db.Sql;
import vn.phopay.identity.MerchantId;
import vn.phopay.merchant.Caller;
import vn.phopay.merchant.CloseMerchant;

/**
 * Forgets a merchant: closes it, takes its codes back, ends its sessions and log-in, and overwrites whatever says who
 * it was. Payments stay with a merchant that has no name any more, so that figures, seals and the books that the law
 * keeps hold; {@link KeptData} says what stays and why. All in one transaction, all of it or nothing.
 */
public final class EraseMerchant {
    private static final String PREFIX = "profile/erase_";
    /** In this order; each is told the merchant's id and the moment. */
    private static final List<Sql> STEPS = List.of(
            Sql.load("profile/erase_sessions"),
            Sql.load("profile/erase_listener_sessions"),
            Sql.load("profile/erase_listener_phones"),
            Sql.load("profile/erase_login"),
            Sql.load("profile/erase_password_link"),
            Sql.load("profile/erase_codes"),
            Sql.load("profile/erase_revocation_reasons"),
            Sql.load("profile/erase_print_reasons"),
            Sql.load("profile/erase_check_payloads"),
            Sql.load("profile/erase_safety_contacts"),
            Sql.load("profile/erase_code_payloads"),
            Sql.load("profile/erase_request_payloads"),
            Sql.load("profile/erase_webhook_queues"),
            Sql.load("profile/erase_webhook_secrets"),
            Sql.load("profile/erase_webhook_endpoints"),
            Sql.load("profile/erase_webhook_deliveries"),
            Sql.load("profile/erase_webhook_attempts"),
            Sql.load("profile/erase_virtual_accounts"),
            Sql.load("profile/erase_accounts"),
            Sql.load("profile/erase_premises"),
            Sql.load("profile/erase_outlets"),
            Sql.load("profile/erase_decisions"),
            Sql.load("profile/erase_merchant"));

    private final CloseMerchant close;
    private final Clock clock;

    /** Closes by {@code close}; as of {@code clock}. */
    public EraseMerchant(CloseMerchant close, Clock clock) {
        this.close = close;
        this.clock = clock;
    }

    /** What is erased, for people who decide about it. */
    public static List<String> erases() {
        return STEPS.stream().map(step -> step.name().substring(PREFIX.length())).toList();
    }

    /** Writes through {@code transaction}; the caller has seen to it that this may be done. Virtual thread. */
    void erase(SqlConnection transaction, MerchantId merchant, Caller caller) {
        if (!close.close(transaction, merchant, caller)) {
            throw new IllegalStateException("a merchant whose wish waits is there and not closed");
        }
        Tuple parameters = Tuple.of(
                merchant.value(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        for (Sql step : STEPS) {
            Future.await(step.execute(transaction, parameters));
        }
    }
}
