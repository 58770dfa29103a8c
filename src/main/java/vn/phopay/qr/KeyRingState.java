package vn.phopay.qr;

import java.util.List;
import java.util.Set;

/** The keys of a ring as kept in {@code keyring.json}, which has the form of the published list without revocations. */
record KeyRingState(List<TrustedKey> keys) {
    KeyRingState {
        keys = List.copyOf(keys);
        long active = keys.stream().filter(key -> key.status() == KeyStatus.ACTIVE).count();
        if (active != 1) {
            throw new QrKeyException("the key ring has " + active + " active keys, it needs exactly one");
        }
    }

    TrustedKey active() {
        return keys.stream().filter(key -> key.status() == KeyStatus.ACTIVE).findFirst().orElseThrow();
    }

    String write() {
        return Jwks.write(new KeyList(keys, null, null, Set.of()));
    }

    static KeyRingState read(String json) {
        List<TrustedKey> keys = Jwks.read(json).keys();
        int written = JsonTree.asList(JsonTree.readObject(json, "the key ring").get("keys")).size();
        if (written != keys.size()) {
            throw new QrKeyException("the key ring has " + (written - keys.size()) + " keys that cannot be read");
        }
        return new KeyRingState(keys);
    }
}
