package vn.phopay.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class BankTableTest {
    @Test
    void findShouldGiveNameAndSwiftWhenBinIsKnown() {
        assertEquals(Optional.of(new Bank("970436", "Vietcombank", Optional.of("BFTVVNVX"))),
            BankTable.standard().find("970436"));
        assertEquals(Optional.of(new Bank("971025", "MoMo", Optional.empty())), BankTable.standard().find("971025"));
        assertEquals("IBK Hanoi", BankTable.standard().find("970455").orElseThrow().shortName());
    }

    @Test
    void findShouldBeEmptyWhenBinIsUnknown() {
        assertTrue(BankTable.standard().find("999999").isEmpty());
        assertTrue(BankTable.standard().find("").isEmpty());
    }

    @Test
    void allShouldHoldEveryBankOnce() {
        assertEquals(66, BankTable.standard().all().size());
        assertTrue(BankTable.standard().all().stream().allMatch(bank -> bank.bin().matches("[0-9]{6}")
            && !bank.shortName().isBlank() && bank.swift().orElse("AAAAAAAA").matches("[A-Z0-9]{8}")));
    }
}
