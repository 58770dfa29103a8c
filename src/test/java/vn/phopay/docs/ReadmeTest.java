package vn.phopay.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import vn.phopay.cli.Main;
import vn.phopay.config.ConfigPrinter;
import vn.phopay.simulator.Fault;
import vn.phopay.tidy.Repository;

/** The README says what the program says of itself. */
class ReadmeTest {
    private static final String BEGIN = "<!-- settings: begin -->\n";
    private static final String END = "<!-- settings: end -->";

    private final String readme = Repository.read("README.md").text();

    @Test
    void settingsShouldBeThoseOfTheProgram() {
        int begin = readme.indexOf(BEGIN);
        int end = readme.indexOf(END);
        assertTrue(begin >= 0 && end > begin, "the table stands between its two marks");

        assertEquals(ConfigPrinter.markdownTable(), readme.substring(begin + BEGIN.length(), end),
                "copy the expected table between the marks of README.md");
    }

    @Test
    void commandsShouldBeTheTwoThatStartAndTestEverything() {
        for (String command : List.of("mvn -q compile exec:exec", "mvn verify")) {
            assertTrue(readme.contains("\n```sh\n" + command + "\n```\n"), command + " stands in a block of its own");
        }
        assertTrue(Repository.read("pom.xml").text().contains("<phopay.args>serve --demo</phopay.args>"),
                "the first command starts the demo");
    }

    @Test
    void dayShouldBePlayedByOneCommand() {
        assertTrue(readme.contains("\n```sh\nmvn -q compile exec:exec@day -Dseed=1\n```\n"), "in a block of its own");
        assertTrue(Repository.read("pom.xml").text().contains("${mainClass} simulate-day --seed ${seed} ${day.args}"));
        for (Fault fault : Fault.values()) {
            assertTrue(readme.contains('`' + fault.word() + '`'), fault.word() + " stands in no row");
        }
    }

    @Test
    void everyCommandShouldHaveItsRow() {
        List<String> names = commands("", new CommandLine(new Main())).toList();
        assertFalse(names.isEmpty());
        names.forEach(name -> assertTrue(readme.contains("\n| `" + name + "` |"), name + " has no row"));
    }

    /** Commands that do something; those that only hold others are named by them. */
    private static Stream<String> commands(String prefix, CommandLine command) {
        return command.getSubcommands().entrySet().stream().flatMap(entry -> commands(prefix, entry));
    }

    private static Stream<String> commands(String prefix, Map.Entry<String, CommandLine> entry) {
        String name = prefix + entry.getKey();
        CommandLine command = entry.getValue();
        return command.getSubcommands().isEmpty() ? Stream.of(name) : commands(name + ' ', command);
    }
}
