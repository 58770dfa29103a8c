package vn.phopay.simulator;

import java.time.Year;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import vn.phopay.access.PhoneNumber;
import vn.phopay.merchant.BankAccount;
import vn.phopay.merchant.CategoryCode;
import vn.phopay.merchant.Language;
import vn.phopay.merchant.LocateOutlet;
import vn.phopay.merchant.MerchantStatus;
import vn.phopay.merchant.Profile;
import vn.phopay.merchant.TaxCode;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.qr.AsciiFolding;
import vn.phopay.simulator.DemoMerchant.DemoOutlet;

/**
 * A made-up city of about 300 shops: many on the walking streets of Hoàn Kiếm, some in every district, and in a few
 * districts so few that their figures are withheld from outsiders. The same at every start. Names, numbers and accounts
 * are nobody's.
 */
final class DemoCity {
    /** Whose callbacks the demo sends: MBBank's BIN, so that codes name a bank that wallets know. */
    static final String BANK_BIN = "970422";
    /** The merchant that people can log in as. */
    static final PhoneNumber SHOWN_PHONE = phone(0);

    private static final long SEED = 2026;
    private static final String CENTRE = "002";
    private static final int OUTLETS_ON_A_STREET = 2;
    private static final int OUTLETS_IN_A_BUSY_DISTRICT = 13;
    private static final int OUTLETS_IN_A_QUIET_DISTRICT = 6;
    /** Fewer than five: outsiders see no figures there. */
    private static final int OUTLETS_IN_A_SMALL_DISTRICT = 3;
    private static final Set<String> SMALL_DISTRICTS = Set.of("271", "275", "281", "282", "272");
    private static final int CHAIN_EVERY = 12;
    private static final int DAYS_AGO_MIN = 31;
    private static final int DAYS_AGO_SPAN = 300;
    private static final List<String> FAMILY_NAMES = List.of(
            "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương");
    private static final List<String> GIVEN_NAMES = List.of(
            "Thị Hoa", "Văn Minh", "Thu Hà", "Đức Anh", "Thanh Hương", "Quốc Bảo", "Ngọc Lan", "Hữu Phúc", "Thị Yến",
            "Tuấn Kiệt", "Minh Châu", "Bích Ngọc", "Gia Huy", "Thùy Dung", "Xuân Trường", "Kim Oanh");
    private static final List<String> ROADS = List.of(
            "Nguyễn Trãi", "Lê Duẩn", "Trần Phú", "Quang Trung", "Nguyễn Văn Cừ", "Hoàng Quốc Việt", "Láng",
            "Giải Phóng");

    private final PlaceDirectory places;
    private final Year now;
    private final Random random = new Random(SEED);

    private DemoCity(PlaceDirectory places, Year now) {
        this.places = places;
        this.now = now;
    }

    /** The merchants of the city in {@code places}, the one that is shown first. */
    static List<DemoMerchant> plan(PlaceDirectory places, Year now) {
        return new DemoCity(places, now).plan();
    }

    private List<DemoMerchant> plan() {
        List<DemoMerchant> merchants = new ArrayList<>();
        Iterator<Spot> spots = spots().iterator();
        while (spots.hasNext()) {
            int index = merchants.size();
            List<Spot> own = new ArrayList<>(List.of(spots.next()));
            if (index % CHAIN_EVERY == 0 && spots.hasNext()) {
                own.add(spots.next());
            }
            merchants.add(merchant(index, own));
        }
        return merchants;
    }

    private record Spot(Place district, Optional<Place> street) {}

    private List<Spot> spots() {
        List<Spot> spots = new ArrayList<>();
        for (Place street : places.streets()) {
            places.districtsOf(street, now.atMonth(1).atDay(1)).stream().findFirst().ifPresent(district ->
                    IntStream.range(0, OUTLETS_ON_A_STREET)
                            .forEach(i -> spots.add(new Spot(district, Optional.of(street)))));
        }
        for (Place district : places.districts()) {
            IntStream.range(0, outletsIn(district)).forEach(i -> spots.add(new Spot(district, Optional.empty())));
        }
        return spots;
    }

    private static int outletsIn(Place district) {
        if (SMALL_DISTRICTS.contains(district.code())) {
            return OUTLETS_IN_A_SMALL_DISTRICT;
        }
        boolean busy = district.nameVi().startsWith("Quận") && !district.code().equals(CENTRE);
        return busy ? OUTLETS_IN_A_BUSY_DISTRICT : OUTLETS_IN_A_QUIET_DISTRICT;
    }

    private DemoMerchant merchant(int index, List<Spot> spots) {
        DemoTrade trade = index == 0 ? DemoTrade.PHO : DemoTrade.values()[random.nextInt(DemoTrade.values().length)];
        String owner = pick(FAMILY_NAMES) + ' ' + pick(GIVEN_NAMES);
        String shop = trade.kind() + ' ' + owner.substring(owner.lastIndexOf(' ') + 1);
        Profile profile = new Profile("Hộ kinh doanh " + owner, shop, taxCode(index), phone(index),
                new CategoryCode(trade.categoryCode()), Language.VI, 0);
        String holder = AsciiFolding.fold(owner, BankAccount.NAME_LENGTH_MAX).toUpperCase(Locale.ROOT);
        BankAccount account = new BankAccount(BANK_BIN, String.format(Locale.ROOT, "0990%06d", index), holder);
        List<DemoOutlet> outlets = spots.stream().map(spot -> outlet(shop, spot)).toList();
        return new DemoMerchant(profile, account, outlets, status(index), DAYS_AGO_MIN + random.nextInt(DAYS_AGO_SPAN));
    }

    private DemoOutlet outlet(String shop, Spot spot) {
        String road = spot.street().map(Place::nameVi).orElseGet(() -> pick(ROADS));
        String address = (1 + random.nextInt(180)) + " " + road + ", " + spot.district().nameVi();
        return new DemoOutlet(shop + ' ' + road, address, new LocateOutlet.Address(
                spot.district().code(), Optional.empty(), spot.street().map(Place::code)));
    }

    /** Most are approved; a few of each other kind, so that there is something to decide and to be warned of. */
    private static MerchantStatus status(int index) {
        return switch (index % 40) {
            case 7, 27 -> MerchantStatus.PENDING;
            case 13 -> MerchantStatus.SUSPENDED;
            case 33 -> MerchantStatus.REJECTED;
            default -> MerchantStatus.APPROVED;
        };
    }

    /** Ten digits of which the last one checks the others; some serials have no check digit and are passed over. */
    private TaxCode taxCode(int index) {
        return IntStream.range(0, 100)
                .mapToObj(last -> String.format(Locale.ROOT, "80%06d%02d", 990_000 + index, last))
                .flatMap(digits -> TaxCode.parse(digits, now).stream())
                .findFirst()
                .orElseThrow();
    }

    private static PhoneNumber phone(int index) {
        return new PhoneNumber(String.format(Locale.ROOT, "+84912%06d", 345_678 + index));
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
