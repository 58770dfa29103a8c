package vn.phopay.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Jobs that the tests of this package share. */
final class PaperSamples {
    static final String SERIAL = "7Q4K2ZP9XD3MW";
    static final String SIGNED = "00020101021138570010A00000072701270006970436011300110012345670208QRIBFTTA"
            + "5204581253037045802VN5917PHO CO BUN CHA 366005HANOI62380307HK-04170704S0360815HNPS036 BUN CHA"
            + "85820015vn.example.hnqr0102E10208If4x36FU031017672256000410179876160005137Q4K2ZP9XD3MW"
            + "86660015vn.example.hnqr0143Oxn5HyYWne64F0pkieTNq-tFEhLh7i5D2avNIHeWfXh"
            + "87660015vn.example.hnqr01434M5wC88vzhVArAEjqietOEQGg_0mOEWR10ybj5AdqBw63048EF7";
    /** EMVCo's recommended limit, and what the longest code we issue keeps to. */
    static final int PAYLOAD_LENGTH_MAX = 512;
    static final String LONGEST_NAME = "Hộ kinh doanh Nguyễn Thị Hoàng Ánh Nguyệt – Phở gà Nghĩa Đô và bún thang gia"
            + " truyền từ năm 1975 ỄẶỘ";
    static final String LONGEST_PLACE = "Cửa hàng số hai phố Nguyễn Phong Sắc kéo dài đối diện chợ Nghĩa Tân phường"
            + " Dịch Vọng quận Cầu Giấy · Quầy thu ngân số một tầng trệt bên phải lối vào";
    static final String LONGEST_HOLDER = "HO KINH DOANH NGUYEN THI HOANG ANH NGUYET PHO GA NGHIA DO HA NOI CN CG";
    static final String ADDRESS = "phopay.example.vn/kiem-tra";

    private PaperSamples() {}

    static CodeFace face() {
        return face("Phở Hoa", SIGNED);
    }

    static CodeFace face(String shopName, String payload) {
        return new CodeFace(shopName, Optional.of("Hàng Ngang · Bàn 5"),
                CodeFace.Payee.of("MBBank", "NGUYEN THI HOA", "0123456789"), SERIAL, payload);
    }

    /** With every part at its longest. */
    static CodeFace longest() {
        return new CodeFace(LONGEST_NAME, Optional.of(LONGEST_PLACE),
                CodeFace.Payee.of("KienlongBank", LONGEST_HOLDER, "0123456789012345678"), SERIAL, longestPayload());
    }

    /** As long as a payload gets, of the characters that payloads are made of. */
    static String longestPayload() {
        String filling = SIGNED.toLowerCase(Locale.ROOT) + SIGNED;
        return (SIGNED + filling).substring(0, PAYLOAD_LENGTH_MAX);
    }

    /** Codes of tables 1 to {@code count}, each with a payload of its own. */
    static List<CodeFace> tables(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(table -> new CodeFace("Phở Hoa", Optional.of("Bàn " + table),
                        CodeFace.Payee.of("MBBank", "NGUYEN THI HOA", "0123456789"), SERIAL,
                        SIGNED.replace("8EF7", String.format("%04X", table))))
                .toList();
    }

    static PrintRun job(PrintLayout layout, CodeFace... faces) {
        return job(layout, List.of(faces), 1);
    }

    static PrintRun job(PrintLayout layout, List<CodeFace> faces, int copies) {
        return new PrintRun(layout, faces, copies,
                new PrintRun.Imprint(LocalDate.of(2026, 11, 24), OptionalInt.of(12), ADDRESS));
    }
}
