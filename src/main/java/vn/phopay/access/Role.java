package vn.phopay.access;

/** What a session may do. A merchant sees its own data only, a listener hears it; the other three are city staff. */
public enum Role {
    /** The shop owner: own data only. */
    MERCHANT,
    /** Approves merchants and works cases. */
    REGISTRAR,
    /** Reads figures, sets baselines and targets. */
    ANALYST,
    /** Everything staff may do, and staff accounts and banks. */
    ADMIN,
    /** A phone of the shop's people: hears payments come in, and may do nothing else. */
    LISTENER,
    /** A screen on a wall: shows the figures of the wall, and may do nothing else. */
    SCREEN;

    /** Whether the role is one of the city's staff. */
    public boolean isStaff() {
        return switch (this) {
            case REGISTRAR, ANALYST, ADMIN -> true;
            case MERCHANT, LISTENER, SCREEN -> false;
        };
    }
}
