package vn.phopay.merchant;

import java.util.List;
import vn.phopay.access.Password;

/**
 * What a merchant sends to be registered, checked field by field.
 *
 * @param profile who it is
 * @param password by which it will log in
 * @param account its main receiving account
 * @param outlets its outlets, at least one
 */
public record Registration(Profile profile, Password password, BankAccount account, List<NewOutlet> outlets) {
    /** Most outlets in one registration. */
    public static final int OUTLETS_MAX = 50;

    /** Copies {@code outlets}. */
    public Registration {
        outlets = List.copyOf(outlets);
        if (outlets.isEmpty()) {
            throw new IllegalArgumentException("a merchant has at least one outlet");
        }
    }
}
