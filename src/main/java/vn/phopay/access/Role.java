package vn.phopay.access;

/** What a session may do. A merchant sees its own data only; the other three are city staff. */
public enum Role {
    /** The shop owner: own data only. */
    MERCHANT,
    /** Approves merchants and works cases. */
    REGISTRAR,
    /** Reads figures, sets baselines and targets. */
    ANALYST,
    /** Everything staff may do, and staff accounts and banks. */
    ADMIN;

    /** Whether the role is one of the city's staff. */
    public boolean isStaff() {
        return this != MERCHANT;
    }
}
