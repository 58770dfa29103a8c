package vn.phopay.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        // role, districts of the caller (- for all), may read, may decide, may resolve, sees small figures
        "REGISTRAR, -,   true,  true,  true,  true",
        "REGISTRAR, 002, true,  true,  true,  true",
        "REGISTRAR, 003, false, false, false, true",
        "ANALYST,   -,   true,  false, false, true",
        "ANALYST,   002, true,  false, false, true",
        "ANALYST,   003, false, false, false, true",
        "ADMIN,     -,   true,  true,  true,  true",
        "ADMIN,     001, true,  true,  true,  true",
        "ADMIN,     003, false, false, false, true",
        "MERCHANT,  -,   false, false, false, false",
    })
    void authorityShouldWeighRoleAndDistrictsWhenTheCallerIsNotTheOwner(
            Role role, String district, boolean reads, boolean decides, boolean resolves, boolean sees) {
        Principal caller = new Principal(new UUID(2, 2), role, district.equals("-") ? Set.of() : Set.of(district));

        assertEquals(reads, Authority.mayReadMerchant(caller, MERCHANT, OUTLETS_IN));
        assertEquals(reads, Authority.mayEditMerchant(caller, MERCHANT, OUTLETS_IN));
        assertEquals(decides, Authority.mayDecideAboutMerchant(caller, OUTLETS_IN));
        assertEquals(resolves, Authority.mayResolveCase(caller, OUTLETS_IN));
        assertEquals(sees, Authority.maySeeSmallFigures(caller));
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
