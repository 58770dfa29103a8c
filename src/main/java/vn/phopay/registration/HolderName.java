package vn.phopay.registration;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.phopay.merchant.MerchantRules;

/** Guesses an account's holder out of the name of a household business, which is most often its owner's. */
public final class HolderName {
    private static final Pattern FORM_OF_BUSINESS =
            Pattern.compile("^(HO KINH DOANH|HKD|CUA HANG|ONG|BA)[ :.-]+");

    private HolderName() {}

    /** {@code Hộ kinh doanh Nguyễn Thị Hoa} is {@code NGUYEN THI HOA}; empty where there is nothing to guess from. */
    public static String guess(String legalName) {
        Optional<String> name = MerchantRules.accountName(legalName);
        String rest = name.orElse("");
        String shorter = FORM_OF_BUSINESS.matcher(rest).replaceFirst("");
        while (!shorter.equals(rest)) {
            rest = shorter;
            shorter = FORM_OF_BUSINESS.matcher(rest).replaceFirst("");
        }
        return rest;
    }
}
