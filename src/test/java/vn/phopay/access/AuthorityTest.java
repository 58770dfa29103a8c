package vn.phopay.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phopay.identity.MerchantId;

class AuthorityTest {
    private static final MerchantId MERCHANT = new MerchantId(new UUID(1, 1));
    private static final Set<String> OUTLETS_IN = Set.of("001", "002");

    @ParameterizedTest
    @CsvSource({
        // role, districts of the caller (- for all), what it may
        "REGISTRAR, -,   read decide resolve small",
        "REGISTRAR, 002, read decide resolve small",
        "REGISTRAR, 003, small",
        "ANALYST,   -,   read small",
        "ANALYST,   002, read small",
        "ANALYST,   003, small",
        "ADMIN,     -,   read decide resolve small",
        "ADMIN,     001, read decide resolve small",
        "ADMIN,     003, small",
        "MERCHANT,  -,   ''",
        "LISTENER,  -,   ''",
    })
    void authorityShouldWeighRoleAndDistrictsWhenTheCallerIsNotTheOwner(Role role, String district, String may) {
        Principal caller = new Principal(new UUID(2, 2), role, district.equals("-") ? Set.of() : Set.of(district));
        List<String> granted = List.of(may.split(" "));

        assertEquals(granted.contains("read"), Authority.mayReadMerchant(caller, MERCHANT, OUTLETS_IN));
        assertEquals(granted.contains("read"), Authority.mayEditMerchant(caller, MERCHANT, OUTLETS_IN));
        assertEquals(granted.contains("decide"), Authority.mayDecideAboutMerchant(caller, OUTLETS_IN));
        assertEquals(granted.contains("resolve"), Authority.mayResolveCase(caller, OUTLETS_IN));
        assertEquals(granted.contains("small"), Authority.maySeeSmallFigures(caller));
        assertFalse(Authority.mayActForMerchant(caller, MERCHANT));
    }

    @Test
    void ownerShouldDoEverythingButDecideWhenItIsItsOwnMerchant() {
        Principal owner = new Principal(MERCHANT.value(), Role.MERCHANT, Set.of());

        assertTrue(Authority.mayReadMerchant(owner, MERCHANT, Set.of()));
        assertTrue(Authority.mayEditMerchant(owner, MERCHANT, OUTLETS_IN));
        assertTrue(Authority.mayActForMerchant(owner, MERCHANT));
        assertFalse(Authority.mayDecideAboutMerchant(owner, OUTLETS_IN));
        assertFalse(Authority.mayResolveCase(owner, OUTLETS_IN));
    }

    @Test
    void pairedPhoneShouldDoNothingWhenItsIdEqualsAMerchants() {
        Principal phone = new Principal(MERCHANT.value(), Role.LISTENER, Set.of());

        assertFalse(Authority.mayActForMerchant(phone, MERCHANT));
        assertFalse(Authority.mayReadMerchant(phone, MERCHANT, OUTLETS_IN));
    }

    @Test
    void staffShouldOwnNothingWhenTheirIdEqualsAMerchants() {
        Principal staff = new Principal(MERCHANT.value(), Role.ADMIN, Set.of());

        assertFalse(Authority.mayActForMerchant(staff, MERCHANT));
    }

    @Test
    void limitedStaffShouldNotActWhenNobodysDistrictsAreKnown() {
        Principal limited = new Principal(new UUID(2, 2), Role.REGISTRAR, Set.of("001"));

        assertFalse(Authority.mayResolveCase(limited, Set.of()));
        assertFalse(Authority.mayDecideAboutMerchant(limited, Set.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "ADMIN, -, -, true", "ADMIN, -, 001, true", "ADMIN, 001, 001, true", "ADMIN, 001, 002, false",
        "ADMIN, 001, -, false", "REGISTRAR, -, 001, false", "ANALYST, -, 001, false", "MERCHANT, -, 001, false"
    })
    void registeringShouldHandOnOwnDistrictsOnlyWhenTheCallerIsAdministrator(
            Role role, String own, String handedOn, boolean may) {
        Principal caller = new Principal(new UUID(2, 2), role, own.equals("-") ? Set.of() : Set.of(own));

        assertEquals(may, Authority.mayRegisterStaff(caller, handedOn.equals("-") ? Set.of() : Set.of(handedOn)));
    }
}
