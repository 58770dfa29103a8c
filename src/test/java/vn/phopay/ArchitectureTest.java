package vn.phopay;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNCHRONIZED;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;

/** Holds who may know whom: http and web know features, features know money, time and identity, never the other way. */
class ArchitectureTest {
    private static final String[] FEATURES = packages(
            "qr", "merchant", "place", "access", "bank", "payment", "reconciliation", "adoption", "webhook", "event",
            "issuing", "statement", "dayclose", "paper", "printing", "safety", "book", "profile",
            "consent", "registration", "speech", "live", "zone", "geo", "approval", "metric", "figure", "chart",
            "city", "disclosure", "programme", "release", "opendata", "reporting");
    private static final String[] EDGES = packages("http", "web", "cli", "simulator");
    private static final String[] GROUND = packages("money", "time", "identity");
    private static final Set<String> EDGE_SUFFIXES = Set.of("Store", "Worker", "Job", "Client", "Verticle");
    private static final Set<String> CLOCK_READERS =
            Set.of("java.time.Instant", "java.time.LocalDate", "java.time.LocalDateTime", "java.time.ZonedDateTime",
                    "java.time.OffsetDateTime", "java.time.LocalTime", "java.time.Year", "java.time.YearMonth");
    private static final String ENDPOINT_NAME =
            "(Get|List|Post|Put|Patch|Delete|Create|Register|Approve|Reject|Suspend|Reinstate|Add|Replace|Remove|Revoke"
                    + "|Issue|Render|Download|Show|Read|Search|Find|Verify|Decode|Encode|Cancel|Expire|Record|Receive"
                    + "|Acknowledge|Resolve|Close|Open|Start|End|Log|Change|Set|Import|Export|Serve|Report|Check"
                    + "|Recheck|Stream|Publish|Rotate|Review|Decide|Move|Rename|Update|Submit|Assign)[A-Z]\\w*";

    private static JavaClasses product;

    @BeforeAll
    static void read() {
        product = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("vn.phopay");
        assertTrue(product.contain(Endpoint.class), "no class was found: the rules would hold of nothing");
    }

    @Test
    void featuresShouldNotKnowTheirEdges() {
        // Whatever is no edge and does not wire: a feature with a new name is held from its first class.
        check(noClasses().that().resideOutsideOfPackages(EDGES).and().resideOutsideOfPackage("vn.phopay")
                .should().dependOnClassesThat().resideInAnyPackage(EDGES));
    }

    @Test
    void databaseAndConfigShouldNotKnowFeaturesOrEdges() {
        check(noClasses().that().resideInAnyPackage(packages("db", "config"))
                .should().dependOnClassesThat().resideInAnyPackage(FEATURES));
        check(noClasses().that().resideInAnyPackage(packages("db", "config"))
                .should().dependOnClassesThat().resideInAnyPackage(EDGES));
    }

    @TestFactory
    Stream<DynamicTest> groundShouldKnowNothingOfOurs() {
        return Arrays.stream(GROUND).map(ground -> DynamicTest.dynamicTest(ground, () ->
                check(noClasses().that().resideInAPackage(ground)
                        .should().dependOnClassesThat(ours().and(describe("live elsewhere",
                                other -> !other.getPackageName().startsWith(ground.replace("..", ""))))))));
    }

    @Test
    void packagesShouldNotDependInCircles() {
        check(slices().matching("vn.phopay.(*)..").should().beFreeOfCycles());
    }

    @Test
    void onlyAppAndTheCommandLineShouldWireOthersEdges() {
        check(noClasses().that().resideOutsideOfPackages("vn.phopay", "vn.phopay.cli..")
                .should().callConstructorWhere(describe("another package's edge is made", ArchitectureTest::wires)));
    }

    @Test
    void timeShouldComeFromAnInjectedClock() {
        check(noClasses().that().resideOutsideOfPackages("vn.phopay", "vn.phopay.cli..")
                .should().callMethodWhere(describe("the machine's clock is read", ArchitectureTest::readsMachineClock))
                .orShould().callConstructor(Date.class));
    }

    @Test
    void logsShouldGoThroughSlf4jOnly() {
        check(noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging.."));
        check(noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.commons.logging.."));
    }

    @Test
    void staticFieldsShouldBeFinal() {
        check(fields().that().areStatic().should().haveModifier(FINAL));
    }

    @Test
    void staticMethodsShouldNotSynchronize() {
        check(methods().that().areStatic().should().notHaveModifier(SYNCHRONIZED));
    }

    @Test
    void endpointsShouldBeFinalAndNamedByTheirVerb() {
        check(classes().that(areEndpoints()).should().haveModifier(FINAL));
        check(classes().that(areEndpoints()).and(describe("do not decorate another", ArchitectureTest::decoratesNone))
                .should().haveNameMatching(".*\\." + ENDPOINT_NAME));
    }

    @Test
    void storesShouldHoldNoPublicStaticState() {
        check(noFields().that().areDeclaredInClassesThat().haveSimpleNameEndingWith("Store")
                .and().areStatic().should().bePublic());
    }

    @Test
    void rulesShouldFailWhenBroken() {
        JavaClasses bad = new ClassFileImporter().importClasses(BrokenExample.class, NothingEndpoint.class);
        assertBroken(bad, fields().that().areStatic().should().haveModifier(FINAL));
        assertBroken(bad, methods().that().areStatic().should().notHaveModifier(SYNCHRONIZED));
        assertBroken(bad, noClasses().should().callMethodWhere(
                describe("the machine's clock is read", ArchitectureTest::readsMachineClock)));
        assertBroken(bad, classes().that(areEndpoints()).should().haveModifier(FINAL));
        assertBroken(bad, classes().that(areEndpoints()).should().haveNameMatching(".*\\." + ENDPOINT_NAME));
        assertBroken(bad, noClasses().should().dependOnClassesThat().resideInAnyPackage(EDGES));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(product);
    }

    private static void assertBroken(JavaClasses classes, ArchRule rule) {
        assertTrue(rule.evaluate(classes).hasViolation(), rule.getDescription());
        JavaClasses good = new ClassFileImporter().importClasses(GoodExample.class);
        assertFalse(rule.allowEmptyShould(true).evaluate(good).hasViolation(), rule.getDescription());
    }

    /** A constructor that takes nothing wires nothing: a store of statements gets its connection per call. */
    private static boolean wires(JavaConstructorCall call) {
        JavaClass made = call.getTargetOwner();
        boolean edge = EDGE_SUFFIXES.stream().anyMatch(made.getSimpleName()::endsWith)
                && !call.getTarget().getRawParameterTypes().isEmpty();
        return edge && ours().test(made) && !made.getPackageName().equals(call.getOriginOwner().getPackageName());
    }

    private static boolean readsMachineClock(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        return owner.equals(Clock.class.getName()) && call.getName().startsWith("system")
                || owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis")
                || CLOCK_READERS.contains(owner) && call.getName().equals("now") && !isGivenClock(call);
    }

    private static boolean isGivenClock(JavaCall<?> call) {
        return call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static DescribedPredicate<JavaClass> areEndpoints() {
        return assignableTo(Endpoint.class).or(assignableTo(TransactionalEndpoint.class))
                .and(describe("are named classes", type -> !type.isInterface() && !type.isAnonymousClass()));
    }

    private static boolean decoratesNone(JavaClass endpoint) {
        return endpoint.getFields().stream().noneMatch(field ->
                field.getRawType().isEquivalentTo(Endpoint.class)
                        || field.getRawType().isEquivalentTo(TransactionalEndpoint.class));
    }

    private static DescribedPredicate<JavaClass> ours() {
        return describe("are ours", type -> type.getPackageName().startsWith("vn.phopay"));
    }

    private static String[] packages(String... names) {
        return Arrays.stream(names).map(name -> "vn.phopay." + name + "..").toArray(String[]::new);
    }

    /** Keeps the rules that the others break. */
    private record GoodExample(Clock clock) {
        private static final int ONE = 1;

        Instant next() {
            return Instant.now(clock).plusMillis(ONE);
        }
    }

    /** Breaks the rules on static state, clocks and dependencies. */
    @SuppressWarnings("unused")
    private static final class BrokenExample {
        private static int count;

        static synchronized long next() {
            count++;
            return System.currentTimeMillis() + count;
        }
    }

    /** An endpoint that is neither final nor named by a verb. */
    static class NothingEndpoint implements TransactionalEndpoint {
        @Override
        public EndpointSpec spec() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Reply handle(Call call, SqlConnection transaction) {
            throw new UnsupportedOperationException();
        }
    }
}
