package vn.phopay.registration;

import java.util.Arrays;
import java.util.Optional;
import vn.phopay.merchant.CategoryCode;

/** What shops of the walking streets sell, in words that owners use, and the code that banks use for it (ISO 18245). */
public enum Trade {
    /** Restaurants, phở and noodle shops. */
    FOOD("5812"),
    /** Cafés, tea and juice. */
    DRINKS("5814"),
    /** Bread, sticky rice, sweets. */
    BAKERY("5462"),
    /** Groceries. */
    GROCERY("5411"),
    /** Fresh food: vegetables, meat, fish. */
    MARKET("5499"),
    /** Clothes. */
    CLOTHES("5651"),
    /** Shoes, bags. */
    SHOES("5661"),
    /** Souvenirs and gifts. */
    GIFTS("5947"),
    /** Silk, fabrics. */
    FABRIC("5949"),
    /** Gold, silver, jewellery. */
    JEWELLERY("5944"),
    /** Medicine, traditional medicine. */
    PHARMACY("5912"),
    /** Cosmetics. */
    COSMETICS("5977"),
    /** Books, paper goods, toys. */
    BOOKS("5942"),
    /** Phones, electronics. */
    ELECTRONICS("5732"),
    /** Household goods, tools. */
    HOUSEHOLD("5251"),
    /** Flowers. */
    FLOWERS("5992"),
    /** Hair, nails, spa. */
    BEAUTY("7230"),
    /** Laundry. */
    LAUNDRY("7211"),
    /** Repair of motorbikes and cars. */
    REPAIR("7538"),
    /** Parking. */
    PARKING("7523"),
    /** Hotels, homestays. */
    LODGING("7011"),
    /** Rides: cyclo, taxi, motorbike. */
    RIDES("4121"),
    /** Games, shows, sports. */
    FUN("7999"),
    /** Other goods. */
    OTHER_GOODS("5999"),
    /** Other services. */
    OTHER_SERVICES("7299");

    private final CategoryCode category;

    Trade(String mcc) {
        this.category = new CategoryCode(mcc);
    }

    /** The trade of this name; empty for any other text. */
    static Optional<Trade> parse(String name) {
        return Arrays.stream(values()).filter(trade -> trade.name().equals(name)).findFirst();
    }

    /** The code that banks use. */
    public CategoryCode category() {
        return category;
    }

    /** The key of its name in the message files. */
    public String nameKey() {
        return "register.trade." + Question.camelCase(name());
    }
}
