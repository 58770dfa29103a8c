package vn.phopay.simulator;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What shops of the demo city sell, and what a purchase there costs. */
enum DemoTrade {
    /** Noodle soup. */
    PHO("5812", "Phở", 40, 90),
    /** Grilled pork with noodles. */
    BUN_CHA("5812", "Bún chả", 45, 120),
    /** Coffee. */
    COFFEE("5814", "Cà phê", 25, 75),
    /** Filled baguettes. */
    BANH_MI("5814", "Bánh mì", 20, 50),
    /** Groceries. */
    GROCERY("5411", "Tạp hóa", 15, 350),
    /** Medicine. */
    PHARMACY("5912", "Nhà thuốc", 30, 400),
    /** Clothes. */
    CLOTHES("5651", "Thời trang", 150, 950),
    /** Silk. */
    SILK("5699", "Lụa", 300, 2_500),
    /** Shoes. */
    SHOES("5661", "Giày dép", 180, 900),
    /** Books. */
    BOOKS("5942", "Nhà sách", 40, 300),
    /** Crafts. */
    CRAFTS("5947", "Mỹ nghệ", 80, 1_200),
    /** Haircuts. */
    BARBER("7230", "Cắt tóc", 60, 250);

    private static final long THOUSAND_VND = 1_000;

    private final String categoryCode;
    private final String kind;
    private final int thousandsMin;
    private final int thousandsMax;

    DemoTrade(String categoryCode, String kind, int thousandsMin, int thousandsMax) {
        this.categoryCode = categoryCode;
        this.kind = kind;
        this.thousandsMin = thousandsMin;
        this.thousandsMax = thousandsMax;
    }

    String categoryCode() {
        return categoryCode;
    }

    String kind() {
        return kind;
    }

    long drawAmountVnd(RandomGenerator random) {
        return THOUSAND_VND * random.nextInt(thousandsMin, thousandsMax + 1);
    }

    static Optional<DemoTrade> ofCategory(String code) {
        return Arrays.stream(values()).filter(trade -> trade.categoryCode.equals(code)).findFirst();
    }
}
