package vn.phopay.merchant;

import java.time.Instant;
import java.util.Optional;
import vn.phopay.identity.MerchantId;

/**
 * A registered merchant.
 *
 * @param id its id
 * @param status where it stands with the city
 * @param profile who it is
 * @param version counts its changes, outlets and accounts included; an edit must name the one it has seen
 * @param moments when it was registered, changed and first approved
 */
public record Merchant(MerchantId id, MerchantStatus status, Profile profile, long version, Moments moments) {
    /**
     * When things happened to a merchant.
     *
     * @param createdAt registered
     * @param updatedAt last changed
     * @param approvedAt first approved
     */
    public record Moments(Instant createdAt, Instant updatedAt, Optional<Instant> approvedAt) {}
}
