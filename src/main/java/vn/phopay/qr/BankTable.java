package vn.phopay.qr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The bank identifiers of VietQR: the State Bank's list to the end of 2023 and the later codes of wallets and digital
 * banks. A six-digit BIN that is not in it may still be real: readers warn, they do not refuse.
 */
public final class BankTable {
    private static final String RESOURCE = "banks.csv";
    private static final BankTable STANDARD = load();

    private final Map<String, Bank> binToBank;

    private BankTable(Map<String, Bank> binToBank) {
        this.binToBank = binToBank;
    }

    /** The table shipped with the product. */
    public static BankTable standard() {
        return STANDARD;
    }

    /** The bank of a six-digit BIN. */
    public Optional<Bank> find(String bin) {
        return Optional.ofNullable(binToBank.get(bin));
    }

    /** All banks in ascending order of BIN. */
    public Collection<Bank> all() {
        return binToBank.values();
    }

    private static BankTable load() {
        try (InputStream stream = Objects.requireNonNull(BankTable.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            Map<String, Bank> binToBank = new LinkedHashMap<>();
            new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
                .map(BankTable::parse)
                .forEach(bank -> binToBank.put(bank.bin(), bank));
            return new BankTable(Collections.unmodifiableMap(binToBank));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    private static Bank parse(String line) {
        String[] cells = line.split(",", -1);
        return new Bank(cells[0], cells[1], cells[2].isEmpty() ? Optional.empty() : Optional.of(cells[2]));
    }
}
