package vn.phopay.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.phopay.qr.DecodedQr.Verdict;

class QrPayloadTest {
    private static final String ANS = " !\"#$%&'()*+,-./0123456789:;<=>?@"
        + "ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnop{|}~";
    private static final String VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậđèẻẽéẹ "
        + "ĂÂĐÊÔƠƯ 0123456789.,-/&🍜";

    @Test
    void encodeShouldGiveTheCorrectedNapasExampleWhenFieldsAreItsOwn() {
        assertEquals("00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F",
            QrPayload.to("970403", "0011012345678").build().encode());
    }

    @Test
    void encodeShouldFoldTextWhenItIsVietnamese() {
        String payload = QrPayload.to("970422", "0123456789").merchantName("Phở Hoa Hàng Ngang").city("Hà Nội")
            .memo("PP7K3M9Q2X: phở bò").amountVnd(50_000).build().encode();
        assertTrue(payload.contains("5918Pho Hoa Hang Ngang6006Ha Noi"), payload);
        assertTrue(payload.contains("0817PP7K3M9Q2X PHO BO"), payload);
        assertTrue(payload.startsWith("000201010212"), payload);
    }

    @Test
    void buildShouldLeaveOutObjectsWhenNothingIsLeftOfTheirText() {
        assertEquals(QrPayload.to("970422", "1").build(),
            QrPayload.to("970422", "1").merchantName("饭").memo("🍜").build());
    }

    @Test
    void builderShouldRefuseWhenIdentitiesAreWrong() {
        List<Supplier<Object>> wrong = List.of(
            () -> QrPayload.to("97042", "1"), () -> QrPayload.to("97042A", "1"), () -> QrPayload.to("970422", ""),
            () -> QrPayload.to("970422", "1".repeat(20)), () -> QrPayload.to("970422", "số"),
            () -> QrPayload.to("970422", "1").amountVnd(0),
            () -> QrPayload.to("970422", "1").amountVnd(10_000_000_000_000L),
            () -> QrPayload.to("970422", "1").categoryCode("58"),
            () -> QrPayload.to("970422", "1").reference("R".repeat(26)));
        wrong.forEach(attempt -> assertThrows(QrInputException.class, attempt::get));
    }

    @Test
    void buildShouldRefuseWhenAdditionalDataIsTogetherTooLong() {
        QrPayloadBuilder fits = QrPayload.to("970422", "1").billNumber("1".repeat(25)).storeLabel("2".repeat(25))
            .reference("3".repeat(25));
        assertTrue(fits.memo("4".repeat(8)).build().encode().contains("6299"));
        assertThrows(QrInputException.class, fits.memo("4".repeat(9))::build);
    }

    @Test
    void decodeShouldGiveBackWhatWasEncodedWhenFieldsAreRandom() {
        Random random = Samples.seeded("decodeShouldGiveBackWhatWasEncoded");
        List<Bank> banks = new ArrayList<>(BankTable.standard().all());
        for (int round = 0; round < 5_000; round++) {
            String bin = banks.get(random.nextInt(banks.size())).bin();
            String account = Samples.randomText(random, ANS, 1, 19);
            QrService service = random.nextBoolean() ? QrService.QRIBFTTA : QrService.QRIBFTTC;
            Long amount = random.nextBoolean() ? null : random.nextLong(1, QrPayloadBuilder.AMOUNT_VND_MAX + 1);
            String name = Samples.randomText(random, VIETNAMESE, 0, 40);
            String memo = Samples.randomText(random, VIETNAMESE, 0, 40);
            String reference = Samples.randomText(random, ANS, 1, 25);
            QrPayloadBuilder builder = QrPayload.to(bin, account).service(service).merchantName(name).memo(memo)
                .reference(reference).city("Hà Nội").categoryCode("5812");
            if (amount != null) {
                builder.amountVnd(amount);
            }

            DecodedQr decoded = QrDecoder.decode(builder.build().encode());

            assertEquals(Verdict.OK, decoded.verdict(), decoded.toString());
            assertEquals(new VietQr(amount == null ? "11" : "12", bin, account, service.name(), amount,
                    orNull(AsciiFolding.fold(name, 25)), orNull(AsciiFolding.foldMemo(memo, 25)), reference),
                assertInstanceOf(DecodedQr.Payable.class, decoded).vietQr());
            assertEquals("5812", decoded.fields().get("52"));
            assertEquals("Ha Noi", decoded.fields().get("60"));
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
