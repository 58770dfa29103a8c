package vn.phopay.registration;

import vn.phopay.access.LinkSecret;
import vn.phopay.identity.DraftId;
import vn.phopay.identity.StaffId;

/** Whose a draft is: nobody else finds it. */
public sealed interface DraftOwner {
    /** Whoever holds the secret: one phone, by its cookie. */
    record Phone(LinkSecret secret) implements DraftOwner {}

    /** One of the drafts of a helper of the city. */
    record Helper(StaffId staff, DraftId draft) implements DraftOwner {}
}
