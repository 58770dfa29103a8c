package vn.phopay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.phopay.config.Settings;
import vn.phopay.tidy.ConfigRules;
import vn.phopay.tidy.JavaRules;
import vn.phopay.tidy.JavaSource;
import vn.phopay.tidy.Repository;
import vn.phopay.tidy.Repository.TextFile;
import vn.phopay.tidy.RepositoryRules;
import vn.phopay.tidy.SqlRules;
import vn.phopay.tidy.UsageRules;

/** Holds the whole repository against the rules of the house; each rule is shown to fail beside it in {@code tidy}. */
class TidyTest {
    private static final String TEXT_FILE =
            ".*\\.(java|sql|xml|md|html|css|js|json|yaml|yml|properties|sh|txt)|\\.ci/.*";
    private static final Set<String> ENTRY_POINTS = Set.of("Main");

    private static List<JavaSource> main;
    private static List<JavaSource> all;

    @BeforeAll
    static void parse() {
        main = JavaSource.parseAll(Repository.below(Repository.MAIN_JAVA, ".java"));
        List<JavaSource> tests = JavaSource.parseAll(Repository.below(Repository.TEST_JAVA, ".java"));
        all = Stream.concat(main.stream(), tests.stream()).toList();
        assertFalse(main.isEmpty(), "no Java was found: the other tests would be empty");
    }

    @Test
    void filesShouldStayUnder400Lines() {
        assertKept(all, JavaRules::longFile);
    }

    @Test
    void methodsShouldStayUnder60Lines() {
        assertKept(all, JavaRules::longMethods);
    }

    @Test
    void linesShouldStayUnder120Characters() {
        assertKept(all, JavaRules::longLines);
    }

    @Test
    void importsShouldNameWhatTheyImport() {
        assertKept(all, JavaRules::wildcardImports);
    }

    @Test
    void consoleShouldBelongToTheCommandLine() {
        assertKept(main, JavaRules::consoleOutput);
    }

    @Test
    void moneyShouldBeExact() {
        assertKept(main, JavaRules::inexactMoney);
    }

    @Test
    void sqlShouldLiveInFiles() {
        assertKept(main, JavaRules::sqlText);
    }

    @Test
    void nothingShouldSleep() {
        assertKept(all, JavaRules::sleeping);
    }

    @Test
    void settingsShouldBeReadByConfigOnly() {
        assertKept(main, JavaRules::unnamedSettings);
    }

    @Test
    void settingsShouldHaveLimits() {
        assertEquals(List.of(), ConfigRules.withoutLimit(Settings.all().toList()));
    }

    @Test
    void everyClassShouldBeUsed() {
        boolean wired = Repository.has(Repository.MAIN_JAVA + "/vn/phopay/App.java");
        assumeTrue(wired, "before App wires them, classes wait for their use");
        assertEquals(List.of(), UsageRules.unusedClasses(main, ENTRY_POINTS));
    }

    @Test
    void everySqlFileShouldBeLoadedAndEveryLoadHaveItsFile() {
        List<TextFile> files = Repository.below(Repository.SQL, ".sql");
        assertEquals(List.of(), UsageRules.sqlFilesAndLoads(files, UsageRules.sqlLoads(main)));
    }

    @Test
    void sqlFilesShouldSayTheirIntentFirst() {
        assertKept(Repository.below(Repository.SQL, ".sql"), SqlRules::withoutIntent);
    }

    @Test
    void sqlFilesShouldHoldOneStatement() {
        assertKept(Repository.below(Repository.SQL, ".sql"), SqlRules::severalStatements);
    }

    @Test
    void sqlFilesShouldBeNamedByTheirVerb() {
        assertKept(Repository.below(Repository.SQL, ".sql"), SqlRules::badStatementName);
    }

    @Test
    void migrationsShouldBeNamedAndNumbered() {
        assertEquals(List.of(), SqlRules.badMigrationNames(Repository.below(Repository.MIGRATIONS, ".sql")));
    }

    @Test
    void migrationsShouldCarryTheirNote() {
        assertKept(Repository.below(Repository.MIGRATIONS, ".sql"), SqlRules::migrationWithoutNote);
    }

    @Test
    void constraintsShouldBeNamed() {
        assertKept(Repository.below(Repository.MIGRATIONS, ".sql"), SqlRules::unnamedConstraints);
        assertKept(Repository.below(Repository.SQL, ".sql"), SqlRules::unnamedConstraints);
    }

    @Test
    void topLevelShouldHoldOnlyWhatIsAllowed() {
        assertEquals(List.of(), RepositoryRules.strangersAtTop(Repository.everyPath()));
    }

    @Test
    void nothingShouldBeLeftUnfinished() {
        assertKept(texts(), RepositoryRules::unfinished);
    }

    @Test
    void nothingShouldNameOneMachinesPaths() {
        assertKept(texts(), RepositoryRules::machinePaths);
    }

    @Test
    void messagesShouldExistInBothLanguages() {
        if (Repository.has(Repository.MESSAGES)) {
            List<TextFile> files = Repository.below(Repository.MESSAGES, ".properties");
            assertFalse(files.isEmpty(), Repository.MESSAGES + " is empty");
            assertEquals(List.of(), RepositoryRules.untranslated(files));
        }
    }

    private static List<TextFile> texts() {
        return Repository.everyPath().stream()
                .filter(path -> path.matches(TEXT_FILE))
                .map(Repository::read)
                .toList();
    }

    private static <T> void assertKept(List<T> subjects, Function<T, List<String>> rule) {
        assertFalse(subjects.isEmpty(), "nothing to look at");
        List<String> findings = subjects.stream().flatMap(subject -> rule.apply(subject).stream()).toList();
        assertEquals("", String.join("\n", findings));
    }
}
