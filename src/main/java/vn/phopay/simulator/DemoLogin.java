package vn.phopay.simulator;

import java.util.List;
import vn.phopay.access.Role;

/**
 * A login of the demo, told to everybody.
 *
 * @param login by which to log in
 * @param password its password
 * @param role what it may do
 */
public record DemoLogin(String login, String password, Role role) {
    /** All of them. */
    public static final List<DemoLogin> ALL = List.of(
            new DemoLogin("demo-admin", "demo-admin-2026", Role.ADMIN),
            new DemoLogin("demo-registrar", "demo-registrar-2026", Role.REGISTRAR),
            new DemoLogin("demo-analyst", "demo-analyst-2026", Role.ANALYST),
            new DemoLogin(DemoCity.SHOWN_PHONE.e164(), "demo-merchant-2026", Role.MERCHANT));

    static DemoLogin merchant() {
        return ALL.getLast();
    }
}
