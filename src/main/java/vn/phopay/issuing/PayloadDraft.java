package vn.phopay.issuing;

import java.util.List;
import java.util.Optional;
import vn.phopay.merchant.BankAccount;
import vn.phopay.merchant.OutletView;
import vn.phopay.merchant.ReceivingAccount;
import vn.phopay.payment.MemoScanner;
import vn.phopay.payment.ReferenceCode;
import vn.phopay.qr.AsciiFolding;
import vn.phopay.qr.QrPayload;
import vn.phopay.qr.QrPayloadBuilder;

/**
 * The VietQR of an outlet before it is signed. With every part at its longest it has 240 characters, so that the three
 * signature templates under the longest GUID still end within 512 (a test holds that).
 *
 * @param outlet where it is paid, and by whom it is named
 * @param account where the money goes
 * @param reference what the payer's memo carries back to us; it stands in 62.05 and at the head of 62.08
 * @param memoText said behind the reference, as far as it fits
 */
record PayloadDraft(OutletView outlet, ReceivingAccount account, ReferenceCode reference, Optional<String> memoText) {
    private static final String CITY = "HANOI";
    private static final int NAME_LENGTH_MAX = 25;
    private static final int MEMO_LENGTH_MAX = 25;
    private static final int MEMO_TEXT_LENGTH_MAX = MEMO_LENGTH_MAX - ReferenceCode.LENGTH - 1;
    private static final MemoScanner SCANNER = new MemoScanner(2);

    /** A reusable code; the payer types the amount. */
    QrPayload toStatic(Optional<String> terminal) {
        QrPayloadBuilder builder = builder();
        terminal.ifPresent(builder::terminal);
        return builder.build();
    }

    /** A code for one payment. */
    QrPayload toDynamic(long amountVnd) {
        return builder().amountVnd(amountVnd).build();
    }

    private QrPayloadBuilder builder() {
        BankAccount target = account.account();
        return QrPayload.to(target.bankBin(), target.number())
                .categoryCode(outlet.merchant().category().value())
                .merchantName(name(target))
                .city(CITY)
                .reference(reference.value())
                .memo(memo());
    }

    /** A name of which folding leaves nothing gives way to the account's, which is ASCII as banks write it. */
    private String name(BankAccount target) {
        String name = AsciiFolding.fold(outlet.merchant().displayName(), NAME_LENGTH_MAX).strip();
        return name.isEmpty() ? AsciiFolding.fold(target.name(), NAME_LENGTH_MAX).strip() : name;
    }

    /** Text in which a scanner would find a second code is left out: the payment must lead back to this one alone. */
    private String memo() {
        String text = AsciiFolding.foldMemo(memoText.orElse(""), MEMO_TEXT_LENGTH_MAX).strip();
        String memo = (reference.value() + ' ' + text).strip();
        return SCANNER.scan(memo).equals(List.of(reference)) ? memo : reference.value();
    }
}
