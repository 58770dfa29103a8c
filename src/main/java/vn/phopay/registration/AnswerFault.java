package vn.phopay.registration;

/**
 * What can be wrong with an answer. The words for it stand in the message files under {@link #messageKey}, in both
 * languages; a test holds that none is missing.
 */
public enum AnswerFault {
    /** Nothing was answered. */
    DISPLAY_NAME_MISSING(Question.DISPLAY_NAME),
    /** Longer than 100 characters. */
    DISPLAY_NAME_TOO_LONG(Question.DISPLAY_NAME),
    /** It holds an invisible character. */
    DISPLAY_NAME_ODD(Question.DISPLAY_NAME),
    /** None was chosen, or none that is offered. */
    TRADE_MISSING(Question.TRADE),
    /** Nothing was answered. */
    LEGAL_NAME_MISSING(Question.LEGAL_NAME),
    /** Longer than 200 characters. */
    LEGAL_NAME_TOO_LONG(Question.LEGAL_NAME),
    /** It holds an invisible character. */
    LEGAL_NAME_ODD(Question.LEGAL_NAME),
    /** Nothing was answered. */
    TAX_CODE_MISSING(Question.TAX_CODE),
    /** It holds something else than digits. */
    TAX_CODE_NOT_DIGITS(Question.TAX_CODE),
    /** It has neither 10, 12 nor 13 digits. */
    TAX_CODE_LENGTH(Question.TAX_CODE),
    /** Ten digits of which one is wrong: the check digit does not hold. */
    TAX_CODE_MISTYPED(Question.TAX_CODE),
    /** Twelve digits that nobody's personal number has. */
    TAX_CODE_NOT_PERSON(Question.TAX_CODE),
    /** Another shop has it. */
    TAX_CODE_TAKEN(Question.TAX_CODE),
    /** Neither a street nor an address. */
    STREET_MISSING(Question.STREET),
    /** A street that we do not keep. */
    STREET_UNKNOWN(Question.STREET),
    /** A street that we keep and an address in words, too: which one? */
    STREET_AND_ADDRESS(Question.STREET),
    /** It is in none of the helper's districts. */
    STREET_NOT_YOURS(Question.STREET),
    /** A street without a house number. */
    HOUSE_NUMBER_MISSING(Question.HOUSE_NUMBER),
    /** Too long, or with an invisible character. */
    HOUSE_NUMBER_ODD(Question.HOUSE_NUMBER),
    /** An address without ward and district. */
    AREA_MISSING(Question.AREA),
    /** A ward or district that there is not. */
    AREA_UNKNOWN(Question.AREA),
    /** It is none of the helper's districts. */
    AREA_NOT_YOURS(Question.AREA),
    /** Ward and district without an address. */
    ADDRESS_MISSING(Question.ADDRESS),
    /** Longer than 200 characters, or with an invisible character. */
    ADDRESS_ODD(Question.ADDRESS),
    /** None was chosen. */
    BANK_MISSING(Question.BANK),
    /** A bank that we do not know. */
    BANK_UNKNOWN(Question.BANK),
    /** Nothing was answered. */
    ACCOUNT_NUMBER_MISSING(Question.ACCOUNT_NUMBER),
    /** It holds something else than letters and digits, or more than 19 of them. */
    ACCOUNT_NUMBER_ODD(Question.ACCOUNT_NUMBER),
    /** Another shop has it. */
    ACCOUNT_NUMBER_TAKEN(Question.ACCOUNT_NUMBER),
    /** Nothing was answered. */
    ACCOUNT_NAME_MISSING(Question.ACCOUNT_NAME),
    /** It cannot be written as banks do, or is longer than 70 characters. */
    ACCOUNT_NAME_ODD(Question.ACCOUNT_NAME),
    /** Nothing was answered. */
    PHONE_MISSING(Question.PHONE),
    /** No Vietnamese number. */
    PHONE_ODD(Question.PHONE),
    /** Another shop has it. */
    PHONE_TAKEN(Question.PHONE),
    /** Not ticked, and nobody registers without. */
    CONSENT_TERMS_MISSING(Question.CONSENT_TERMS),
    /** Not ticked, and nobody registers without. */
    CONSENT_DATA_MISSING(Question.CONSENT_DATA),
    /** The helper did not say how the owner agreed. */
    CONSENT_FORM_MISSING(Question.CONSENT_FORM),
    /** It holds an invisible character. */
    CONSENT_NOTE_ODD(Question.CONSENT_NOTE);

    private final Question question;

    AnswerFault(Question question) {
        this.question = question;
    }

    /** Which answer is at fault. */
    public Question question() {
        return question;
    }

    /** The key of what to say about it. */
    public String messageKey() {
        return "register.fault." + Question.camelCase(name());
    }
}
