package vn.phopay.simulator.day;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.phopay.simulator.Fault;
import vn.phopay.simulator.day.Outsider.Person;
import vn.phopay.simulator.day.Town.Bank;
import vn.phopay.simulator.day.Town.Login;
import vn.phopay.simulator.day.Town.Outlet;
import vn.phopay.simulator.day.Town.Request;
import vn.phopay.simulator.day.Town.Shop;
import vn.phopay.simulator.day.Town.Statements;
import vn.phopay.simulator.sender.Senders;
import vn.phopay.simulator.sender.Senders.Credentials;

/** Registers banks, shops, codes and requests over HTTP, as people would. */
final class OpenTown {
    static final String PASSWORD = "mot-ngay-cua-pho-2026";
    private static final String BANK_BIN = "970422";
    private static final int[] TAX_WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    private static final int NO_CHECK_DIGIT = 10;
    private static final int TAX_MODULUS = 11;
    private static final List<String> DISTRICTS = List.of("002", "003", "001", "005", "006", "007");
    private static final int CALLS_AT_ONCE = 8;
    private static final long SERIALS = 90_000;
    private static final int SERIALS_A_SEED = 1_000;
    private static final int PARTS = 1_000_000;
    private static final long PERCENT_OF_REQUESTS = 6;
    private static final long THOUSAND_VND = 1_000;
    private static final int DAY_SECONDS = 86_400;
    private static final int BRIEF_SECONDS = 600;

    private final Outsider outsider;
    private final Person admin;
    private final DayOptions options;
    private final long firstSerial;

    OpenTown(Outsider outsider, Person admin, DayOptions options) {
        this.outsider = outsider;
        this.admin = admin;
        this.options = options;
        this.firstSerial = Math.floorMod(options.seed(), SERIALS) * SERIALS_A_SEED;
    }

    /** Opens it. */
    Town open() {
        List<Bank> banks = new ArrayList<>();
        options.dialects().forEach(dialect -> banks.add(bank(dialect, banks.size())));
        List<Callable<Shop>> shops = new ArrayList<>();
        for (int i = 0; i < options.shops(); i++) {
            int number = i;
            shops.add(() -> shop(number, banks.get(number % banks.size())));
        }
        return new Town(BANK_BIN, banks, atOnce(shops));
    }

    private Bank bank(String dialect, int index) {
        String code = "sim-" + dialect + '-' + Long.toString(firstSerial, Character.MAX_RADIX);
        outsider.post(admin, "/api/v1/banks", new JsonObject()
                .put("code", code).put("bin", BANK_BIN).put("name", "Simulated " + dialect).put("dialect", dialect));
        JsonObject wish = new JsonObject().put("algorithm", algorithm(dialect));
        if (dialect.equals("momo")) {
            wish.put("accessKey", "F8BBA842ECF85").put("secret", "momo-secret-of-the-simulation");
        }
        JsonObject key = outsider.post(admin, "/api/v1/banks/" + code + "/keys", wish);
        Credentials credentials = new Credentials(algorithm(dialect),
                key.getString("secret", wish.getString("secret", "")),
                key.getString("user", key.getString("accessKey", "")));
        return new Bank(code, Senders.of(dialect, credentials), Senders.of(dialect, credentials.forged()),
                statements(dialect, index));
    }

    private static String algorithm(String dialect) {
        return switch (dialect) {
            case "vietqrvn" -> "basic";
            case "casso2", "vnpay" -> "hmac-sha512";
            default -> "hmac-sha256";
        };
    }

    private static Statements statements(String dialect, int index) {
        if (!Senders.OF_BANKS.contains(dialect)) {
            return Statements.NONE;
        }
        return index == 2 ? Statements.CSV : Statements.CAMT;
    }

    private Shop shop(int number, Bank bank) {
        long serial = firstSerial + number;
        String account = String.format(Locale.ROOT, "10%08d", serial);
        String phone = String.format(Locale.ROOT, "+849%08d", serial);
        JsonObject merchant = outsider.post(Person.ANYONE, "/api/v1/merchants", registration(number, account, phone));
        String id = merchant.getString("id");
        outsider.post(admin, "/api/v1/merchants/" + id + "/approve", new JsonObject());
        Login login = new Login(phone, PASSWORD);
        Person owner = outsider.person(login);
        List<Outlet> outlets = new ArrayList<>();
        for (Object outlet : merchant.getJsonArray("outlets")) {
            outlets.add(outlet(owner, ((JsonObject) outlet).getString("id")));
        }
        return new Shop(id, login, account, virtualAccount(merchant, outlets, serial), bank, outlets,
                new ArrayDeque<>(requests(owner, outlets, openRequests(), DAY_SECONDS)),
                new ArrayDeque<>(requests(owner, outlets, briefRequests(), BRIEF_SECONDS)));
    }

    private JsonObject registration(int number, String account, String phone) {
        JsonArray outlets = new JsonArray();
        for (int i = 0; i <= number % 2; i++) {
            outlets.add(new JsonObject()
                    .put("name", "Quán " + number + '-' + i)
                    .put("address", (number + 1) + " phố Mô Phỏng")
                    .put("districtCode", DISTRICTS.get((number + i) % DISTRICTS.size())));
        }
        return new JsonObject()
                .put("legalName", "Hộ kinh doanh Mô Phỏng " + number).put("displayName", "Quán " + number)
                .put("taxCode", taxCode(firstSerial + number)).put("phone", phone).put("categoryCode", "5812")
                .put("password", PASSWORD).put("locale", "vi")
                .put("account", new JsonObject().put("bankBin", BANK_BIN).put("accountNumber", account)
                        .put("accountName", "MO PHONG " + number))
                .put("outlets", outlets);
    }

    private Outlet outlet(Person owner, String id) {
        JsonObject code = outsider.post(owner, "/api/v1/outlets/" + id + "/qr-codes",
                new JsonObject().put("type", "STATIC").put("label", "Quầy 1"));
        return new Outlet(id, code.getString("reference"));
    }

    private List<Request> requests(Person owner, List<Outlet> outlets, int count, int seconds) {
        List<Callable<Request>> calls = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String outletId = outlets.get(i % outlets.size()).id();
            // Amounts that tell requests apart, drawn by nobody so that the day stays the seed's own.
            long amountVnd = THOUSAND_VND * (30 + i % 470);
            calls.add(() -> request(owner, outletId, amountVnd, seconds));
        }
        return atOnce(calls);
    }

    private Request request(Person owner, String outletId, long amountVnd, int seconds) {
        JsonObject request = outsider.post(owner, "/api/v1/payment-requests", new JsonObject()
                .put("outletId", outletId).put("amount", amountVnd).put("expiresInSeconds", seconds));
        Instant expiresAt = OffsetDateTime.parse(request.getString("expiresAt")).toInstant();
        return new Request(request.getString("id"), outletId, request.getString("reference"), amountVnd, expiresAt);
    }

    /** Enough for what the day is likely to draw; a shop without one is paid by its printed code. */
    private int openRequests() {
        long faulty = partsOf(Fault.PARTIAL) + partsOf(Fault.DISORDER) + partsOf(Fault.OVERPAID)
                + partsOf(Fault.SHORT);
        long parts = PARTS * PERCENT_OF_REQUESTS / 100 + faulty;
        return Math.toIntExact(options.transactions() * parts / PARTS / options.shops() * 5 / 4 + 2);
    }

    private int briefRequests() {
        return Math.toIntExact(options.transactions() * partsOf(Fault.LATE) / PARTS / options.shops() * 3 / 2 + 1);
    }

    private long partsOf(Fault fault) {
        return options.faults().faultToPartsPerMillion().getOrDefault(fault, 0);
    }

    /** A number that says more than the account: it belongs to the merchant's last outlet. */
    private String virtualAccount(JsonObject merchant, List<Outlet> outlets, long serial) {
        String number = "96247" + serial;
        outsider.post(admin, "/api/v1/merchants/" + merchant.getString("id") + "/virtual-accounts", new JsonObject()
                .put("number", number)
                .put("accountId", merchant.getJsonObject("account").getString("id"))
                .put("outletId", outlets.getLast().id()));
        return number;
    }

    /** Hà Nội's prefix, a serial number, and the check digit; numbers without one are skipped. */
    private static String taxCode(long number) {
        String nine = String.format(Locale.ROOT, "8%08d", number);
        int sum = 0;
        for (int i = 0; i < TAX_WEIGHTS.length; i++) {
            sum += TAX_WEIGHTS[i] * (nine.charAt(i) - '0');
        }
        int check = NO_CHECK_DIGIT - sum % TAX_MODULUS;
        return check == NO_CHECK_DIGIT ? taxCode(number + SERIALS_A_SEED / 2) : nine + check;
    }

    /** Runs all calls, some at once, and gives what they gave in their order. */
    private static <T> List<T> atOnce(List<Callable<T>> calls) {
        try (ExecutorService workers = Executors.newFixedThreadPool(
                CALLS_AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<T>> futures = calls.stream().map(workers::submit).toList();
            List<T> results = new ArrayList<>(futures.size());
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new DayFailedException("the town could not be opened: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DayFailedException("interrupted", e);
        }
    }
}
