package vn.phopay.simulator.day;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import vn.phopay.simulator.sender.Movement;
import vn.phopay.simulator.sender.Sender;

/**
 * Who takes part in the day: banks that tell, shops that are paid.
 *
 * @param bankBin the identifier of the bank that keeps every account; several senders watch it
 * @param banks the senders
 * @param shops merchants, each watched by one of the senders
 */
record Town(String bankBin, List<Bank> banks, List<Shop> shops) {
    /** Copies the lists. */
    Town {
        banks = List.copyOf(banks);
        shops = List.copyOf(shops);
    }

    /**
     * A sender.
     *
     * @param code by which it is registered
     * @param sender signs as it was told to
     * @param forger signs as somebody would who does not know the secret
     * @param statements how it tells its books
     */
    record Bank(String code, Sender sender, Sender forger, Statements statements) {
        /** The id by which the service knows {@code movement} of this sender. */
        String idOf(Movement movement) {
            return sender.idOf(movement);
        }
    }

    /** How a sender's books are told. */
    enum Statements {
        /** ISO 20022 files, notices among them. */
        CAMT,
        /** Spreadsheets. */
        CSV,
        /** Not at all: wallets keep no bank account. */
        NONE
    }

    /** A place of a shop and the reference of its printed code. */
    record Outlet(String id, String reference) {}

    /** A request for one payment. */
    record Request(String id, String outletId, String reference, long amountVnd, Instant expiresAt) {}

    /** How to log in. */
    record Login(String name, String password) {}

    /**
     * A merchant.
     *
     * @param id the merchant's
     * @param login of its owner
     * @param account where it is paid
     * @param virtualAccount a number that stands for the account; empty where it has none
     * @param bank who watches the account
     * @param outlets one or two
     * @param open requests that live through the day; taken one by one
     * @param brief requests that expire in the morning
     */
    record Shop(
            String id,
            Login login,
            String account,
            String virtualAccount,
            Bank bank,
            List<Outlet> outlets,
            Deque<Request> open,
            Deque<Request> brief) {
        /** Copies what the day takes from. */
        Shop {
            outlets = List.copyOf(outlets);
            open = new ArrayDeque<>(open);
            brief = new ArrayDeque<>(brief);
        }

        /** The outlet that a payment without a code belongs to: the only one, or none. */
        Payee payeeByAccount() {
            return new Payee(id, outlets.size() == 1 ? outlets.getFirst().id() : "", "");
        }

        /** Whom a payment with an outlet's code belongs to. */
        Payee payeeBy(Outlet outlet) {
            return new Payee(id, outlet.id(), "");
        }

        /** Whom a payment with a request's code belongs to. */
        Payee payeeBy(Request request) {
            return new Payee(id, request.outletId(), request.id());
        }
    }

    /**
     * Whose a payment is.
     *
     * @param merchantId always there
     * @param outletId empty where nobody can tell which
     * @param requestId empty where it pays none
     */
    record Payee(String merchantId, String outletId, String requestId) {}
}
