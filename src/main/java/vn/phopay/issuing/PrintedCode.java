package vn.phopay.issuing;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.phopay.identity.QrId;
import vn.phopay.paper.CodeFace;
import vn.phopay.qr.Bank;
import vn.phopay.qr.BankTable;

/**
 * A code that is printed, with what stands around it on paper.
 *
 * @param id its id
 * @param code the code and whom it pays
 * @param spot where it hangs
 */
public record PrintedCode(QrId id, IssuedCode code, Spot spot) {
    private static final String BETWEEN = " · ";

    /**
     * Where a code hangs.
     *
     * @param outletName the outlet
     * @param label what its owner calls the code
     * @param terminal the till it stands at
     */
    public record Spot(String outletName, Optional<String> label, Optional<String> terminal) {}

    /** What is printed around it. */
    public CodeFace face() {
        IssuedCode.Payee payee = code.payee();
        IssuedCode.Account account = payee.account();
        String bank = BankTable.standard().find(account.bankBin()).map(Bank::shortName).orElse(account.bankBin());
        return new CodeFace(payee.displayName(), place(),
                CodeFace.Payee.of(bank, account.holder(), account.number()), code.serial(), code.payload());
    }

    /** The outlet where its name says more than the shop's, then the code's own name. */
    private Optional<String> place() {
        Optional<String> outlet = Optional.of(spot.outletName())
                .filter(name -> !name.equalsIgnoreCase(code.payee().displayName()));
        String place = Stream.of(outlet, spot.label().or(spot::terminal))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(BETWEEN));
        return Optional.of(place).filter(text -> !text.isEmpty());
    }
}
