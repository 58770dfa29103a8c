package vn.phopay.payment;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known around the facts of one flush: whose accounts they name, what their codes stand for, what those
 * requests received so far. The sums grow as the flush's own payments are decided, one after the other.
 */
final class Surroundings {
    private final Map<AccountKey, AccountOwner> accountToOwner;
    private final Map<String, Target> referenceToTarget;
    private final Map<UUID, OpenRequest> idToRequest;
    private final Map<UUID, Long> requestToPaidVnd;

    Surroundings(
            Map<AccountKey, AccountOwner> accountToOwner,
            Map<String, Target> referenceToTarget,
            Map<UUID, OpenRequest> idToRequest,
            Map<UUID, Long> requestToPaidVnd) {
        this.accountToOwner = accountToOwner;
        this.referenceToTarget = referenceToTarget;
        this.idToRequest = idToRequest;
        this.requestToPaidVnd = requestToPaidVnd;
    }

    /** An account as the world names it: bank and number. */
    record AccountKey(String bankBin, String accountNumber) {}

    /** Whose account it is; the outlet only where the merchant has no other. */
    record AccountOwner(UUID merchantId, @Nullable UUID singleOutletId) {}

    /** What an issued code stands for: a static code or a request. */
    record Target(UUID merchantId, UUID outletId, @Nullable UUID qrId, @Nullable UUID paymentRequestId) {
        Attribution attribution() {
            return new Attribution(merchantId, outletId, qrId, paymentRequestId);
        }
    }

    /** What a request asks for, and until when. */
    record OpenRequest(long amountVnd, Instant expiresAt, @Nullable Instant cancelledAt) {}

    Optional<AccountOwner> ownerOf(PaymentFact fact) {
        return Optional.ofNullable(
                accountToOwner.get(new AccountKey(fact.bankBin(), fact.notice().accountNumber())));
    }

    Optional<Target> targetOf(ReferenceCode code) {
        return Optional.ofNullable(referenceToTarget.get(code.value()));
    }

    OpenRequest request(UUID paymentRequestId) {
        OpenRequest request = idToRequest.get(paymentRequestId);
        if (request == null) {
            throw new IllegalStateException("a reference names a request that does not exist");
        }
        return request;
    }

    /** Adds a credit to its request and gives the sum of all. */
    long addPaid(UUID paymentRequestId, long amountVnd) {
        return requestToPaidVnd.merge(paymentRequestId, amountVnd, Long::sum);
    }
}
