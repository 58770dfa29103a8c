package vn.phopay.web.live;

import java.util.Optional;
import vn.phopay.access.ListenerPhones.Invitation;
import vn.phopay.web.Form;

/**
 * What the template of the pairing page shows: the invitation behind a link, or a form for number and code.
 *
 * @param taken whether somebody is logged in here, so that nothing is paired
 * @param linkOver whether the page was opened by a link that works no more
 * @param link the link's secret; empty for none
 * @param invitation what the link invites to
 * @param form what was typed
 */
public record PairingModel(
        boolean taken, boolean linkOver, String link, Optional<Invitation> invitation, Form form) {
    static PairingModel ofTaken() {
        return new PairingModel(true, false, "", Optional.empty(), Form.empty());
    }

    static PairingModel ofForm(boolean linkOver, Form form) {
        return new PairingModel(false, linkOver, "", Optional.empty(), form);
    }

    static PairingModel ofInvitation(String link, Invitation invitation) {
        return new PairingModel(false, false, link, Optional.of(invitation), Form.empty());
    }
}
