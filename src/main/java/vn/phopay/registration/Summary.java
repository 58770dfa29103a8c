package vn.phopay.registration;

import java.util.List;
import java.util.Optional;
import vn.phopay.merchant.MerchantRules;

/**
 * What was answered on the first three screens, to be read through once more before it is sent.
 *
 * @param displayName name that customers know
 * @param trade what it sells; empty where that was not answered
 * @param legalName name in the business registration
 * @param taxCode tax code or personal number
 * @param address house number and street
 * @param areas ward and district
 * @param bank the bank's name
 * @param accountEnd the last four characters of the account number
 * @param accountName its holder, as banks write it
 */
public record Summary(
        String displayName,
        Optional<Trade> trade,
        String legalName,
        String taxCode,
        String address,
        List<String> areas,
        String bank,
        String accountEnd,
        String accountName) {
    private static final int END_LENGTH = 4;

    /** Of {@code answers}, whether they hold or not; places are named by {@code places}. */
    public static Summary of(Answers answers, PlaceChoices places) {
        String street = places.nameOfStreet(answers.get(Question.STREET)).orElse("");
        String address = street.isEmpty()
                ? answers.get(Question.ADDRESS)
                : (answers.get(Question.HOUSE_NUMBER) + ' ' + street).strip();
        String number = answers.get(Question.ACCOUNT_NUMBER).replaceAll("[\\s.]", "");
        String holder = answers.get(Question.ACCOUNT_NAME);
        return new Summary(
                answers.get(Question.DISPLAY_NAME),
                Trade.parse(answers.get(Question.TRADE)),
                answers.get(Question.LEGAL_NAME),
                answers.get(Question.TAX_CODE),
                address,
                places.areaNames(answers),
                BankChoices.nameOf(answers.get(Question.BANK)),
                number.substring(Math.max(0, number.length() - END_LENGTH)),
                MerchantRules.accountName(holder).orElse(holder));
    }

    /** Address, ward and district in one line. */
    public String place() {
        return address + ", " + String.join(", ", areas);
    }
}
