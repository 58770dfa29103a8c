package vn.phopay.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Each rule over Java finds a bad snippet and lets the nearest good one pass. */
class JavaRulesTest {
    private static final String PAYMENT = "src/main/java/vn/phopay/payment/A.java";
    private static final String CLI = "src/main/java/vn/phopay/cli/A.java";
    private static final String CONFIG = "src/main/java/vn/phopay/config/A.java";
    private static final String HTTP = "src/main/java/vn/phopay/http/A.java";

    @Test
    void longFileShouldCountWhenOneLineOver() {
        assertFindings(0, JavaRules::longFile, PAYMENT, "class A {\n" + "\n".repeat(398) + "}\n");
        assertFindings(1, JavaRules::longFile, PAYMENT, "class A {\n" + "\n".repeat(399) + "}\n");
    }

    @Test
    void longLinesShouldCountWhenOneCharacterOver() {
        assertFindings(0, JavaRules::longLines, PAYMENT, "class A {} //" + "ố".repeat(107));
        assertFindings(1, JavaRules::longLines, PAYMENT, "class A {} //" + "ố".repeat(108));
        assertFindings(0, JavaRules::longLines, PAYMENT, "import a." + "b".repeat(120) + ";\nclass A {}");
    }

    @Test
    void longMethodsShouldCountWhenOneLineOver() {
        assertFindings(0, JavaRules::longMethods, PAYMENT, "class A { void a() {" + "\n".repeat(59) + "} }");
        assertFindings(1, JavaRules::longMethods, PAYMENT, "class A { void a() {" + "\n".repeat(60) + "} }");
        assertFindings(1, JavaRules::longMethods, PAYMENT, "class A { A() {" + "\n".repeat(60) + "} }");
    }

    @Test
    void wildcardImportsShouldCountWhenStaticOrOfAModule() {
        assertFindings(0, JavaRules::wildcardImports, PAYMENT, "import java.util.List; class A {}");
        assertFindings(1, JavaRules::wildcardImports, PAYMENT, "import java.util.*; class A {}");
        assertFindings(1, JavaRules::wildcardImports, PAYMENT, "import static java.lang.Math.*; class A {}");
        assertFindings(1, JavaRules::wildcardImports, PAYMENT, "import module java.base; class A {}");
    }

    @Test
    void consoleOutputShouldCountWhenOutsideTheCommandLine() {
        String out = "class A { void a() { System.out.println(1); } }";
        assertFindings(1, JavaRules::consoleOutput, PAYMENT, out);
        assertFindings(0, JavaRules::consoleOutput, CLI, out);
        assertFindings(1, JavaRules::consoleOutput, PAYMENT, "class A { Object a = System.err; }");
        assertFindings(1, JavaRules::consoleOutput, PAYMENT, "class A { void a() { fault.printStackTrace(); } }");
        assertFindings(0, JavaRules::consoleOutput, PAYMENT, "class A { String a = \"System.out\"; /* System.out */ }");
    }

    @Test
    void sleepingShouldCountWhenCalledImportedOrHandedOn() {
        assertFindings(1, JavaRules::sleeping, PAYMENT, "class A { void a() { Thread.sleep(1); } }");
        assertFindings(1, JavaRules::sleeping, PAYMENT, "class A { void a() { TimeUnit.SECONDS.sleep(1); } }");
        assertFindings(1, JavaRules::sleeping, PAYMENT, "import static java.lang.Thread.sleep; class A {}");
        assertFindings(1, JavaRules::sleeping, PAYMENT, "class A { Object a = b(Thread::sleep); }");
        assertFindings(1, JavaRules::sleeping, PAYMENT, "class A { void a() { LockSupport.parkNanos(1); } }");
        assertFindings(0, JavaRules::sleeping, PAYMENT, "class A { void a() { Thread.yield(); } }");
    }

    @Test
    void unnamedSettingsShouldCountWhenReadPastTheTable() {
        String read = "class A { String a = System.getenv(\"PHOPAY_POOL_SIZE\"); }";
        assertFindings(1, JavaRules::unnamedSettings, PAYMENT, read);
        assertFindings(0, JavaRules::unnamedSettings, CONFIG, read);
        assertFindings(0, JavaRules::unnamedSettings, CLI, read);
    }

    @Test
    void inexactMoneyShouldCountWhenInAMoneyPackage() {
        assertFindings(1, JavaRules::inexactMoney, PAYMENT, "class A { double a; }");
        assertFindings(1, JavaRules::inexactMoney, PAYMENT, "class A { long a(float b) { return 1; } }");
        assertFindings(1, JavaRules::inexactMoney, PAYMENT, "class A { Double a; }");
        assertFindings(1, JavaRules::inexactMoney, PAYMENT, "class A { long a = (long) (b() * 1.1); }");
        assertFindings(0, JavaRules::inexactMoney, PAYMENT, "class A { long a; /* double */ }");
        assertFindings(0, JavaRules::inexactMoney, HTTP, "class A { double a; }");
        assertFindings(0, JavaRules::inexactMoney, "src/main/java/vn/phopay/qr/PdfText.java", "class A { float a; }");
        assertFindings(1, JavaRules::inexactMoney, "src/main/java/vn/phopay/qr/VietQr.java", "class A { float a; }");
        String parser = "src/main/java/vn/phopay/money/MoneyParser.java";
        assertFindings(0, JavaRules::inexactMoney, parser, "class A { BigDecimal a; }");
        assertFindings(1, JavaRules::inexactMoney, "src/main/java/vn/phopay/money/B.java", "class B { BigDecimal a; }");
    }

    @Test
    void sqlTextShouldCountWhenInALiteral() {
        assertSql(1, "SELECT 1");
        assertSql(1, "  INSERT INTO payment VALUES (1)");
        assertSql(1, "select payment_id from payment where x = 1");
        assertSql(1, "delete from payment");
        assertSql(1, "SHOW fsync");
        assertSql(1, "create table a (b int)");
        assertSql(0, "Select a shop from the list");
        assertSql(0, "DELETE");
        assertSql(0, "update the figures");
        assertSql(0, "SETTLED");
        assertFindings(0, JavaRules::sqlText, PAYMENT, "class A { /* SELECT 1 */ }");
        assertFindings(1, JavaRules::sqlText, PAYMENT, "class A { String a = \"\"\"\n  SELECT a\n  FROM b\"\"\"; }");
    }

    @Test
    void parseShouldFailWhenTextIsNoJava() {
        assertThrows(IllegalArgumentException.class, () -> JavaSource.parse(PAYMENT, "class A {"));
    }

    private static void assertSql(int expected, String literal) {
        assertFindings(expected, JavaRules::sqlText, PAYMENT, "class A { String a = \"" + literal + "\"; }");
    }

    private static void assertFindings(
            int expected, Function<JavaSource, List<String>> rule, String path, String text) {
        List<String> findings = rule.apply(JavaSource.parse(path, text));
        assertEquals(expected, findings.size(), () -> text + "\n" + findings);
    }
}
