package vn.phopay.http;

import java.util.EnumSet;
import java.util.Set;
import vn.phopay.access.Role;

/**
 * Who may call a route.
 *
 * @param roles roles that may; empty means anyone, without a session
 */
public record Access(Set<Role> roles) {
    /** Anyone, without a session; a valid session is still recognised where one is sent. */
    public static final Access ANYONE = new Access(Set.of());
    /** Any session. */
    public static final Access SESSION = new Access(EnumSet.allOf(Role.class));
    /** Any of the city's staff. */
    public static final Access STAFF = of(Role.REGISTRAR, Role.ANALYST, Role.ADMIN);
    /** Staff who decide about merchants and cases. */
    public static final Access REGISTRARS = of(Role.REGISTRAR, Role.ADMIN);
    /** The merchant itself. */
    public static final Access OWNER = of(Role.MERCHANT);
    /** Administrators. */
    public static final Access ADMIN = of(Role.ADMIN);

    /** Copies {@code roles}. */
    public Access {
        roles = Set.copyOf(roles);
    }

    private static Access of(Role first, Role... others) {
        return new Access(EnumSet.of(first, others));
    }

    /** Whether no session is needed. */
    public boolean isPublic() {
        return roles.isEmpty();
    }
}
