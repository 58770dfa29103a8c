package vn.phopay.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import vn.phopay.tidy.Repository;

/** Every promise of GUARANTEES.md names a test that exists and that JUnit runs. */
class GuaranteesTest {
    private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final Pattern HEAD = Pattern.compile("\\| (promise|---).*");
    private static final List<String> SOURCES = Repository.everyPath().stream()
            .filter(path -> path.startsWith(Repository.TEST_JAVA) && path.endsWith(".java"))
            .toList();

    @Test
    void everyPromiseShouldNameATestThatRuns() {
        String text = Repository.read("src/docs/GUARANTEES.md").text();
        assertTrue(TEST.matcher(text).find(), "no test was found: the rule would hold of nothing");
        assertEquals("", String.join("\n", unkept(text)));
    }

    @Test
    void unkeptShouldNameAPromiseWithoutATestThatRuns() {
        String kept = "`GuaranteesTest#unkeptShouldNameAPromiseWithoutATestThatRuns`";
        assertEquals(List.of(), unkept("| promise | kept by |\n|---|---|\n| it holds | " + kept + " |"));
        assertEquals(1, unkept("| it holds | by itself |").size());
        assertEquals(1, unkept("| it holds | `NobodyTest#everyPromiseShouldNameATestThatRuns` |").size());
        assertEquals(1, unkept("| it holds | `GuaranteesTest#nobodyShouldRunThis` |").size());
        assertEquals(1, unkept("| it holds | `GuaranteesTest#unkept` |").size(), "a method that is no test");
        assertEquals(1, unkept("| it holds | " + kept + "<br>`GuaranteesTest#nobodyShouldRunThis` |").size());
    }

    private static List<String> unkept(String text) {
        List<String> findings = new ArrayList<>();
        for (String line : text.lines().filter(line -> line.startsWith("|")).toList()) {
            List<MatchResult> tests = TEST.matcher(line).results().toList();
            if (tests.isEmpty() && !HEAD.matcher(line).matches() && !line.startsWith("|---")) {
                findings.add("no test: " + line);
            }
            tests.stream()
                    .filter(test -> !runs(test.group(1), test.group(2)))
                    .forEach(test -> findings.add("no such test: " + test.group()));
        }
        return findings;
    }

    private static boolean runs(String className, String methodName) {
        return SOURCES.stream()
                .filter(path -> path.endsWith("/" + className + ".java"))
                .flatMap(path -> Arrays.stream(load(path).getDeclaredMethods()))
                .anyMatch(method -> method.getName().equals(methodName) && isRun(method));
    }

    private static Class<?> load(String path) {
        String name = path.substring(Repository.TEST_JAVA.length() + 1, path.length() - ".java".length());
        try {
            return Class.forName(name.replace('/', '.'), false, GuaranteesTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(path + " holds another class", e);
        }
    }

    /** Whether JUnit runs it: once, repeatedly, with parameters or as a factory. */
    private static boolean isRun(Method method) {
        return AnnotationSupport.isAnnotated(method, Testable.class);
    }
}
