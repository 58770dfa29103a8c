package vn.phopay.registration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import vn.phopay.qr.Bank;
import vn.phopay.qr.BankTable;

/**
 * The banks of {@link BankTable} with the names that people use for them, for a list that is searched: the name on the
 * sign, the name in full, and what else is said, such as {@code VCB} or {@code Ngoại thương}.
 */
public final class BankChoices {
    private static final String RESOURCE = "bank-names.csv";
    private static final BankChoices STANDARD = load();

    private final List<Choice> common;
    private final List<Choice> others;

    private BankChoices(List<Choice> choices) {
        this.common = choices.stream().filter(Choice::common).toList();
        this.others = choices.stream()
                .filter(choice -> !choice.common())
                .sorted(Comparator.comparing(choice -> choice.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /**
     * One bank.
     *
     * @param bin six digits
     * @param name the name on the sign
     * @param fullName Vietnamese name in full
     * @param alsoCalled other names, parted by blanks
     * @param common whether it is one of those that most people have
     */
    public record Choice(String bin, String name, String fullName, String alsoCalled, boolean common) {}

    /** The choices shipped with the product. */
    public static BankChoices standard() {
        return STANDARD;
    }

    /** The banks that most people have, the largest first. */
    public List<Choice> common() {
        return common;
    }

    /** All others, by name. */
    public List<Choice> others() {
        return others;
    }

    /** The name on the sign of the bank with {@code bin}; the digits themselves where we know none. */
    public static String nameOf(String bin) {
        return BankTable.standard().find(bin).map(Bank::shortName).orElse(bin);
    }

    private static BankChoices load() {
        try (InputStream in = Objects.requireNonNull(BankChoices.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new BankChoices(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
                    .map(BankChoices::parse)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    private static Choice parse(String line) {
        String[] cells = line.split(",", -1);
        return new Choice(cells[0], nameOf(cells[0]), cells[1], cells[2], cells[3].equals("common"));
    }
}
