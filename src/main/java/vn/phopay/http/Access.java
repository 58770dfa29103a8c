package vn.phopay.http;

import java.util.EnumSet;
import java.util.Set;
import vn.phopay.access.Role;

/**
 * Who may call a route.
 *
 * @param roles roles that may; empty means anyone, without a session
 * @param beforeOwnPassword whether somebody may call it who must choose a password of his own before anything else
 */
public record Access(Set<Role> roles, boolean beforeOwnPassword) {
    /** Anyone, without a session; a valid session is still recognised where one is sent. */
    public static final Access ANYONE = new Access(Set.of(), false);
    /** Any session of somebody who logged in: the merchant itself, and the city's staff. */
    public static final Access SESSION = of(Role.MERCHANT, Role.REGISTRAR, Role.ANALYST, Role.ADMIN);
    /** Any of the city's staff. */
    public static final Access STAFF = of(Role.REGISTRAR, Role.ANALYST, Role.ADMIN);
    /** Staff who decide about merchants and cases. */
    public static final Access REGISTRARS = of(Role.REGISTRAR, Role.ADMIN);
    /** Staff who set denominators, targets and calendars. */
    public static final Access ANALYSTS = of(Role.ANALYST, Role.ADMIN);
    /** The merchant itself. */
    public static final Access OWNER = of(Role.MERCHANT);
    /** Whoever hears the merchant's payments: the merchant itself, and the phones it has paired. */
    public static final Access HEARERS = of(Role.MERCHANT, Role.LISTENER);
    /** A phone that was paired to hear payments. */
    public static final Access LISTENER = of(Role.LISTENER);
    /** The screen on the wall, and any of the city's staff. */
    public static final Access WALL = of(Role.REGISTRAR, Role.ANALYST, Role.ADMIN, Role.SCREEN);
    /** Administrators. */
    public static final Access ADMIN = of(Role.ADMIN);

    /** Copies {@code roles}. */
    public Access {
        roles = Set.copyOf(roles);
    }

    private static Access of(Role first, Role... others) {
        return new Access(EnumSet.of(first, others), false);
    }

    /** The same for whoever logged in with a password that somebody else made: to choose another one, or to leave. */
    public Access evenBeforeOwnPassword() {
        return new Access(roles, true);
    }

    /** Whether only the city's staff may. */
    public boolean isStaffOnly() {
        return !isPublic() && roles.stream().allMatch(Role::isStaff);
    }

    /** Whether no session is needed. */
    public boolean isPublic() {
        return roles.isEmpty();
    }
}
