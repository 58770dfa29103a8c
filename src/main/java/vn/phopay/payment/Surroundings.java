package vn.phopay.payment;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.payment.Claim.Strength;

/**
 * What is known around the facts of one flush: whose accounts they name, what their codes stand for, what those
 * requests received so far. The sums grow as the flush's own payments are decided, one after the other.
 */
final class Surroundings {
    private final Map<AccountKey, AccountOwner> accountToOwner;
    private final Map<AccountKey, AccountOwner> virtualToOwner;
    private final Map<String, Target> referenceToTarget;
    private final Map<UUID, OpenRequest> idToRequest;
    private final Map<UUID, Long> requestToPaidVnd;

    Surroundings(Owners owners, Map<String, Target> referenceToTarget, Requests requests) {
        this.accountToOwner = owners.accountToOwner();
        this.virtualToOwner = owners.virtualToOwner();
        this.referenceToTarget = referenceToTarget;
        this.idToRequest = requests.idToRequest();
        this.requestToPaidVnd = requests.idToPaidVnd();
    }

    /** Who is paid under which number: receiving accounts, and virtual accounts. */
    record Owners(Map<AccountKey, AccountOwner> accountToOwner, Map<AccountKey, AccountOwner> virtualToOwner) {}

    /** The requests that are named, held, and what each has received so far. */
    record Requests(Map<UUID, OpenRequest> idToRequest, Map<UUID, Long> idToPaidVnd) {}

    /** An account as the world names it: bank and number. */
    record AccountKey(String bankBin, String accountNumber) {}

    /** Whose account it is; the outlet only where the merchant has no other. */
    record AccountOwner(UUID merchantId, @Nullable UUID singleOutletId, boolean virtual) {
        Claim claim() {
            return Claim.of(virtual ? Strength.VIRTUAL_ACCOUNT : Strength.ACCOUNT,
                    new Attribution(merchantId, singleOutletId, null, null));
        }
    }

    /** What an issued code stands for: a static code or a request. */
    record Target(UUID merchantId, UUID outletId, @Nullable UUID qrId, @Nullable UUID paymentRequestId) {
        Claim claim() {
            return Claim.of(paymentRequestId == null ? Strength.STATIC_CODE : Strength.REQUEST,
                    new Attribution(merchantId, outletId, qrId, paymentRequestId));
        }
    }

    /** What a request asks for, and until when. */
    record OpenRequest(
            UUID id, RequestSum sum, Instant createdAt, Instant expiresAt, @Nullable Instant cancelledAt) {}

    /** A virtual account says more than the account behind it, which may collect for many. */
    Optional<AccountOwner> ownerOf(PaymentFact fact) {
        return fact.virtualAccountKey()
                .map(virtualToOwner::get)
                .or(() -> Optional.ofNullable(accountToOwner.get(fact.accountKey())));
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
