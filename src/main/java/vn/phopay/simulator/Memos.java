package vn.phopay.simulator;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Writes memos as banks really deliver them around a payer's code, and mangles them as channels really do. */
public final class Memos {
    private static final int WRAP_WIDTH = 35;
    private static final int MANGLINGS = 6;
    private static final int READABLE_MANGLINGS = 6;
    private static final List<String> WITHOUT_CODE =
            List.of("", "chuyen tien", "thanh toan", "ck tien hang", "CT DEN", "tra tien an trua");
    private static final List<String> PAYERS =
            List.of("NGUYEN VAN AN", "TRAN THI BINH", "LE MINH CHAU", "PHAM QUOC DUNG", "HOANG THU HA", "VU DUC LONG");

    private Memos() {}

    /** A memo that carries no code. */
    public static String withoutCode(RandomGenerator random) {
        return WITHOUT_CODE.get(random.nextInt(WITHOUT_CODE.size()));
    }

    /** A memo with {@code code} as typed, and what the bank puts around it. */
    public static String around(String code, RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> code;
            case 1 -> "MBVCB." + digits(10, random) + '.' + digits(6, random) + '.' + code + ".CT tu "
                    + digits(10, random) + ' ' + payer(random);
            case 2 -> "CT DEN:" + digits(12, random) + ' ' + code;
            case 3 -> code + "-CHUYEN TIEN-OQCH" + digits(8, random) + "-MOMO";
            case 4 -> "QR " + code + " Ma giao dich Trace" + digits(6, random);
            default -> payer(random) + " thanh toan " + code;
        };
    }

    /** As {@link #around}, and mangled on the way; of a cut code nothing can be recovered. */
    static String mangled(String code, RandomGenerator random) {
        if (code.length() < 2) {
            return around(code, random);
        }
        int inside = 1 + random.nextInt(code.length() - 1);
        return switch (random.nextInt(MANGLINGS)) {
            case 0 -> around(code.substring(0, inside) + ' ' + code.substring(inside), random);
            case 1 -> "TKThe" + digits(9, random) + code + payer(random).replace(" ", "");
            case 2 -> around(code, random).toLowerCase(Locale.ROOT);
            case 3 -> around(code.substring(0, inside) + "-" + code.substring(inside) + '.', random);
            case 4 -> wrapped("Nap tien " + payer(random) + ' ' + digits(11, random) + ' ' + code);
            default -> "MBVCB." + digits(10, random) + '.' + code.substring(0, inside);
        };
    }

    /** As {@link #around}, mangled by a channel in a way that leaves the code readable. */
    public static String readable(String code, RandomGenerator random) {
        int inside = 1 + random.nextInt(code.length() - 1);
        return switch (random.nextInt(READABLE_MANGLINGS)) {
            case 0 -> wrapped("Nap tien " + payer(random) + ' ' + digits(11, random) + ' ' + code);
            case 1 -> "TKThe" + digits(9, random) + code + payer(random).replace(" ", "");
            case 2 -> around(code, random).toLowerCase(Locale.ROOT);
            case 3 -> around(code.substring(0, inside) + '-' + code.substring(inside) + '.', random);
            case 4 -> around(code.substring(0, inside) + ' ' + code.substring(inside), random);
            default -> "Cà phê sáng " + code + " của chị Đỗ Thị Hằng";
        };
    }

    /** A memo that ends inside the code, so that nothing can be recovered. */
    public static String cut(String code, RandomGenerator random) {
        return "MBVCB." + digits(10, random) + '.' + code.substring(0, 1 + random.nextInt(code.length() - 1));
    }

    private static String wrapped(String memo) {
        return memo.length() <= WRAP_WIDTH ? memo : memo.substring(0, WRAP_WIDTH) + ' ' + memo.substring(WRAP_WIDTH);
    }

    /** That many random digits. */
    public static String digits(int count, RandomGenerator random) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    /** A payer's name as banks write it. */
    public static String payer(RandomGenerator random) {
        return PAYERS.get(random.nextInt(PAYERS.size()));
    }
}
