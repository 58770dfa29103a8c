package vn.phopay.web.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.phopay.issuing.IssuedCode;
import vn.phopay.issuing.Verdict;
import vn.phopay.qr.Bank;
import vn.phopay.qr.BankTable;
import vn.phopay.qr.DecodedQr;
import vn.phopay.qr.QrDecoder;
import vn.phopay.qr.VietQr;
import vn.phopay.web.View;

/**
 * A verdict as the page shows it where no script runs; {@code scan.js} shows the same.
 *
 * @param status the word of the HTTP contract
 * @param tone {@code good}, {@code warn}, {@code bad} or {@code unknown}: colour and frame
 * @param icon the shape, by its name among the icons
 * @param facts who is paid
 * @param technical what a person who helps by telephone asks for
 */
public record ShownVerdict(String status, String tone, String icon, List<Fact> facts, String technical) {
    private static final int LAST_DIGITS = 4;

    /** Copies the facts. */
    public ShownVerdict {
        facts = List.copyOf(facts);
    }

    /** One line: the message that names it, and the value. */
    public record Fact(String key, String value) {}

    /** How {@code view} shows {@code verdict} on {@code payload}. */
    static ShownVerdict of(Verdict verdict, String payload, View view) {
        String technical = Stream.of(verdict.status().name(), verdict.detail(), verdict.keyId())
                .filter(text -> text != null && !text.isEmpty())
                .collect(Collectors.joining(" · "));
        VietQr vietQr = QrDecoder.decode(payload) instanceof DecodedQr.Payable payable ? payable.vietQr() : null;
        return new ShownVerdict(verdict.status().name(), tone(verdict.status()), icon(verdict.status()),
                facts(verdict, vietQr, view), technical);
    }

    private static String tone(Verdict.Status status) {
        return switch (status) {
            case GENUINE -> "good";
            case REVOKED, FORGED -> "bad";
            case EXPIRED, SUSPENDED, MALFORMED -> "warn";
            case UNSIGNED, UNKNOWN_KEY -> "unknown";
        };
    }

    private static String icon(Verdict.Status status) {
        return status == Verdict.Status.MALFORMED ? "broken" : tone(status);
    }

    private static List<Fact> facts(Verdict verdict, @Nullable VietQr vietQr, View view) {
        Optional<IssuedCode.Payee> payee = verdict.payee();
        List<Fact> facts = new ArrayList<>();
        if (payee.isPresent()) {
            facts.add(new Fact("js.scan.fact.shop", payee.get().displayName()));
            facts.add(new Fact("js.scan.fact.holder", payee.get().account().holder()));
        } else if (vietQr != null && vietQr.name() != null) {
            boolean signed = verdict.status() == Verdict.Status.GENUINE;
            facts.add(new Fact(signed ? "js.scan.fact.name" : "js.scan.fact.claims", vietQr.name()));
        }
        if (vietQr != null) {
            facts.add(new Fact("js.scan.fact.bank",
                    BankTable.standard().find(vietQr.bin()).map(Bank::shortName).orElse(vietQr.bin())));
            facts.add(new Fact("js.scan.fact.account", "•••• " + lastDigits(vietQr.account())));
            Optional.ofNullable(vietQr.amountVnd())
                    .ifPresent(amount -> facts.add(new Fact("js.scan.fact.amount", view.dong(amount))));
        }
        payee.ifPresent(who -> facts.add(new Fact("js.scan.fact.street", place(who))));
        return facts;
    }

    private static String place(IssuedCode.Payee payee) {
        return payee.streetName().map(street -> street + ", " + payee.districtName()).orElse(payee.districtName());
    }

    private static String lastDigits(String account) {
        int[] characters = account.codePoints().toArray();
        int from = Math.max(0, characters.length - LAST_DIGITS);
        return new String(characters, from, characters.length - from);
    }
}
