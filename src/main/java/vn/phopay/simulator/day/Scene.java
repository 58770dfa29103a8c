package vn.phopay.simulator.day;

import java.util.function.Consumer;
import java.util.function.Predicate;
import vn.phopay.simulator.day.Town.Shop;

/**
 * A kind of story.
 *
 * @param fits the shops at which it can happen
 * @param play lets it happen and writes down what must come of it
 */
record Scene(Predicate<Shop> fits, Consumer<Story> play) {
    static Scene anywhere(Consumer<Story> play) {
        return new Scene(shop -> true, play);
    }

    /** Where the sender can tell of money that went out. */
    static Scene whereDebitsAreTold(Consumer<Story> play) {
        return new Scene(shop -> shop.bank().sender().tellsDebits(), play);
    }

    /** Where a request can still be paid. */
    static Scene whereRequestsAre(Consumer<Story> play) {
        return new Scene(shop -> !shop.open().isEmpty(), play);
    }
}
