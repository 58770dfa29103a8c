package vn.phopay.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connection URLs: what is read, what is refused, and that the password is never shown. */
class DatabaseUrlTest {
    @Test
    void parseShouldReadEveryPartWhenAllAreGiven() {
        DatabaseUrl url = DatabaseUrl.parse("U",
                "postgresql://ph%C3%B4:p%40s+s%3A@db_1.example:6543/so%20sach?sslmode=verify-full"
                        + "&sslrootcert=/etc/ca%20x.pem&application_name=recheck");

        assertEquals(new DatabaseUrl("phô", "p@s+s:", "db_1.example", 6543, "so sach", "verify-full",
                "/etc/ca x.pem", "recheck"), url);
    }

    @Test
    void parseShouldUseThePostgresDefaultsWhenPartsAreMissing() {
        assertEquals(new DatabaseUrl("u", null, "::1", 5432, "d", "prefer", null, null),
                DatabaseUrl.parse("U", "postgres://u@[::1]/d"));
    }

    @Test
    void toUrlShouldReadBackTheSameWhenPartsAreSpecial() {
        DatabaseUrl url = new DatabaseUrl("a b", "p@:/?#&=+ ỡ", "::1", 1, "d/e", "verify-ca", "/x y", "n&m");

        assertEquals(url, DatabaseUrl.parse("U", url.toUrl()));
    }

    @Test
    void maskedShouldHideThePasswordWhereverTheUrlIsShown() {
        DatabaseUrl url = DatabaseUrl.parse("U", "postgresql://u:s3cr3t@h:1/d");

        assertEquals("postgresql://u:****@h:1/d?sslmode=prefer", url.masked());
        assertFalse(url.toString().contains("s3cr3t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "postgresql://", "postgresql://h/d", "postgresql://u:p@h", "postgresql://u:p@h/",
        "jdbc:postgresql://u@h/d", "postgresql://u:p@h:0/d", "postgresql://u:p@h:65536/d", "postgresql://u:p@h:x/d",
        "postgresql://u:p@h,i/d", "postgresql://u:p@h/d?sslmode", "postgresql://u:p@h/d?sslmode=",
        "postgresql://u:p@h/d?sslmode=off", "postgresql://u:p@h/d?ssl_mode=require",
        "postgresql://u:p@h/d?sslmode=require&sslmode=disable", "postgresql://u:p@h/d?sslmode=verify-full",
        "postgresql://u:p@h/d?sslmode=verify-ca", "postgresql://u:%zz@h/d", "postgresql://u:p@q@h/d",
    })
    void parseShouldRefuseWhenThePartsAreWrong(String text) {
        assertEquals("U", assertThrows(ConfigException.class, () -> DatabaseUrl.parse("U", text)).setting());
    }
}
