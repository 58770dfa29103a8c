package vn.phopay.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.phopay.identity.AccountId;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.merchant.AccountStatus;
import vn.phopay.merchant.BankAccount;
import vn.phopay.merchant.CategoryCode;
import vn.phopay.merchant.MerchantStatus;
import vn.phopay.merchant.OutletView;
import vn.phopay.merchant.ReceivingAccount;
import vn.phopay.money.Money;
import vn.phopay.payment.MemoScanner;
import vn.phopay.payment.ReferenceCode;
import vn.phopay.qr.DecodedQr;
import vn.phopay.qr.QrDecoder;
import vn.phopay.qr.QrKeyRing;
import vn.phopay.qr.QrPayload;
import vn.phopay.qr.QrSigner;
import vn.phopay.qr.SignedQr;
import vn.phopay.qr.SigningTerms;
import vn.phopay.qr.VietQr;

class PayloadDraftTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final ReferenceCode CODE = ReferenceCode.draw(new Random(7));
    private static final ReferenceCode OTHER = ReferenceCode.draw(new Random(8));
    private static final String LONG_NAME = "Nhà hàng Phở gia truyền Đặc biệt Nguyễn Thị Hường — số 1 phố Hàng Đường";
    private static final String LONG_TEXT = "Bàn số mười hai, tầng thượng nhìn ra hồ Hoàn Kiếm";

    @Test
    void toStaticShouldCarryNamePlaceTerminalAndReferenceWhenAllAreShort() {
        VietQr vietQr = read(draft("Phở Hoa", Optional.of("Bàn 5")).toStatic(Optional.of("Quầy 1")).encode());
        assertEquals("11", vietQr.initiation());
        assertEquals("970422", vietQr.bin());
        assertEquals("0123456789012345678", vietQr.account());
        assertEquals("QRIBFTTA", vietQr.service());
        assertEquals("Pho Hoa", vietQr.name());
        assertEquals(CODE.value(), vietQr.reference());
        assertEquals(CODE + " BAN 5", vietQr.memo());
    }

    @Test
    void toDynamicShouldFixTheAmountWhenItIsTheLargest() {
        VietQr vietQr = read(draft("Phở Hoa", Optional.empty()).toDynamic(Money.AMOUNT_VND_MAX).encode());
        assertEquals("12", vietQr.initiation());
        assertEquals(Money.AMOUNT_VND_MAX, vietQr.amountVnd());
        assertEquals(CODE.value(), vietQr.memo());
    }

    @Test
    void encodeShouldStayWithin512CharactersWhenEveryPartIsAtItsLongest(@TempDir Path keys) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        QrKeyRing ring = QrKeyRing.open(keys, clock, new SecureRandom());
        QrSigner signer = new QrSigner("vn.example.hanoi-payment", ring::signingKey);
        SigningTerms terms = new SigningTerms(NOW, NOW.plus(Duration.ofHours(24)), "7Q4K2ZP9XD3MW");
        PayloadDraft draft = draft(LONG_NAME, Optional.of(LONG_TEXT));
        assertLengthAndReading(signer.sign(draft.toStatic(Optional.of(LONG_TEXT)), terms));
        assertLengthAndReading(signer.sign(draft.toDynamic(Money.AMOUNT_VND_MAX), terms));
    }

    private static void assertLengthAndReading(SignedQr signed) {
        assertTrue(signed.payload().length() <= 512, () -> signed.payload().length() + " characters");
        VietQr vietQr = read(signed.payload());
        assertEquals(List.of(CODE), new MemoScanner(8).scan(String.valueOf(vietQr.memo())));
        assertTrue(String.valueOf(vietQr.memo()).length() <= 25);
        assertEquals("Nha hang Pho gia truyen D", vietQr.name());
    }

    @Test
    void memoShouldLeaveOutTextThatHoldsAnotherCode() {
        VietQr vietQr = read(draft("Phở Hoa", Optional.of(OTHER.value())).toStatic(Optional.empty()).encode());
        assertEquals(CODE.value(), vietQr.memo());
    }

    @Test
    void nameShouldBeTheAccountsWhenFoldingLeavesNothing() {
        QrPayload payload = draft("河粉", Optional.empty()).toStatic(Optional.empty());
        assertEquals("NGUYEN THI HOA", read(payload.encode()).name());
    }

    private static VietQr read(String payload) {
        DecodedQr decoded = QrDecoder.decode(payload);
        assertEquals(List.of(), decoded.warnings());
        return assertInstanceOf(DecodedQr.Payable.class, decoded).vietQr();
    }

    private static PayloadDraft draft(String displayName, Optional<String> memoText) {
        BankAccount account = new BankAccount("970422", "0123456789012345678", "NGUYEN THI HOA");
        ReceivingAccount receiving = new ReceivingAccount(
                new AccountId(new UUID(0, 1)), account, AccountStatus.APPROVED, ReceivingAccount.MAIN_RANK, NOW,
                Optional.empty());
        OutletView outlet = new OutletView(
                new OutletId(new UUID(0, 2)),
                displayName,
                new OutletView.Owner(new MerchantId(new UUID(0, 3)), MerchantStatus.APPROVED, displayName,
                        new CategoryCode("5812")),
                Optional.of(receiving),
                new OutletView.PlaceNames("002", "Hoàn Kiếm", Optional.of("Hàng Ngang")));
        return new PayloadDraft(outlet, receiving, CODE, memoText);
    }
}
