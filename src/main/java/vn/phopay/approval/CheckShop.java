package vn.phopay.approval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.phopay.merchant.CleanText;
import vn.phopay.registration.HolderName;
import vn.phopay.registration.Trade;

/**
 * Holds what a shop says of itself against itself and against our books. It decides nothing: a person does, who is
 * spared what agrees.
 */
public final class CheckShop {
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern KIND_OF_STREET = Pattern.compile("^(?:pho di bo|pho|duong|ngo|ngach) ");

    private CheckShop() {}

    /** The trade that shops of this category have; empty where it is none of those that shops of the city have. */
    public static Optional<Trade> trade(String category) {
        return Arrays.stream(Trade.values()).filter(trade -> trade.category().value().equals(category)).findFirst();
    }

    /** Everything that was looked at, what speaks against it first. */
    public static List<Finding> findings(ShopInQueue shop) {
        List<Finding> findings = new ArrayList<>();
        ShopInQueue.Hints hints = shop.hints();
        shop.account().ifPresent(account -> findings.add(new Finding(
                Finding.Kind.ACCOUNT_NAME, isSameHolder(shop.names().legal(), account.name()), "")));
        findings.add(new Finding(Finding.Kind.TAX_CODE, hints.sameTax().isEmpty(), hints.sameTax().orElse("")));
        findings.add(new Finding(
                Finding.Kind.SAME_ADDRESS, hints.sameAddress().isEmpty(), hints.sameAddress().orElse("")));
        shop.stand().ifPresent(stand -> stand.street().ifPresent(street -> findings.add(new Finding(
                Finding.Kind.STREET, namesStreet(stand.address(), street), street))));
        findings.add(new Finding(Finding.Kind.CATEGORY, trade(shop.names().category()).isPresent(), ""));
        findings.add(new Finding(Finding.Kind.CONSENTS, hints.consentsMissing().isEmpty(), ""));
        return Stream.concat(
                findings.stream().filter(finding -> !finding.good()),
                findings.stream().filter(Finding::good)).toList();
    }

    /** Whether the account is held by whom the registration names: word by word, in any order and without marks. */
    static boolean isSameHolder(String legalName, String accountName) {
        Set<String> holder = words(accountName);
        Set<String> owner = words(HolderName.guess(legalName));
        return words(legalName).containsAll(holder) || !owner.isEmpty() && holder.containsAll(owner);
    }

    /** Whether an address names the street that was chosen beside it. */
    static boolean namesStreet(String address, String street) {
        String name = KIND_OF_STREET.matcher(plain(street)).replaceFirst("");
        return (' ' + plain(address) + ' ').contains(' ' + name + ' ');
    }

    private static Set<String> words(String text) {
        return Arrays.stream(plain(text).split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    private static String plain(String text) {
        return NO_LETTERS.matcher(CleanText.fold(text)).replaceAll(" ").strip();
    }
}
