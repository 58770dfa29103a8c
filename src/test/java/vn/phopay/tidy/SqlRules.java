package vn.phopay.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.phopay.tidy.Repository.TextFile;

/** What SQL files and migrations must look like. Findings read {@code path: what}; none means the rule is kept. */
public final class SqlRules {
    private static final int INTENT_LENGTH_MIN = 15;
    private static final Pattern MIGRATION_NAME = Pattern.compile("V(\\d{3})__[a-z]+(_[a-z0-9]+)+\\.sql");
    private static final Pattern NOT_CODE = Pattern.compile(
            "--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|\\$(\\w*)\\$.*?\\$\\1\\$", Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|\\w+|[^\\s\\w]");
    private static final List<String> NOTE = List.of("why:", "lock:", "time", "back:");

    private SqlRules() {}

    /** A statement's file begins with a comment that says what it is for. */
    public static List<String> withoutIntent(TextFile file) {
        String first = file.lines().isEmpty() ? "" : file.lines().getFirst();
        boolean said = first.startsWith("-- ") && first.length() >= INTENT_LENGTH_MIN;
        return said ? List.of() : List.of(file.path() + ": begin with a comment: the intent and the index");
    }

    /** A statement's file holds one statement. */
    public static List<String> severalStatements(TextFile file) {
        long statements = Stream.of(code(file.text()).split(";")).filter(part -> !part.isBlank()).count();
        return statements == 1 ? List.of() : List.of(file.path() + ": holds " + statements + " statements");
    }

    /** A statement's file is called by its verb: {@code <feature>/<verb_noun>.sql}. */
    public static List<String> badStatementName(TextFile file) {
        String name = file.path().replace(Repository.SQL + "/", "");
        return name.matches("[a-z]+/[a-z]+(_[a-z0-9]+)*\\.sql") ? List.of()
                : List.of(file.path() + ": call it <feature>/<verb_noun>.sql");
    }

    /** Migrations are named {@code V###__verb_noun.sql} and numbered once, in rising order. */
    public static List<String> badMigrationNames(List<TextFile> migrations) {
        List<String> findings = new ArrayList<>();
        int last = 0;
        for (TextFile migration : migrations) {
            Matcher name = MIGRATION_NAME.matcher(migration.name());
            int version = name.matches() ? Integer.parseInt(name.group(1)) : 0;
            if (version == 0) {
                findings.add(migration.path() + ": call it V###__verb_noun.sql, from 001 on");
            } else if (version <= last) {
                findings.add(migration.path() + ": there is a version " + last + " already");
            }
            last = Math.max(last, version);
        }
        return findings;
    }

    /** A migration begins with its note: why, the lock it takes, its time on 100 M rows, and the way back. */
    public static List<String> migrationWithoutNote(TextFile migration) {
        String note = String.join("\n", migration.lines().stream().takeWhile(line -> line.startsWith("--")).toList())
                .toLowerCase(Locale.ROOT);
        return NOTE.stream()
                .filter(word -> !note.contains(word))
                .map(word -> migration.path() + ": its note does not say \"" + word + "\"")
                .toList();
    }

    /** Constraints that the database would name: {@code SqlOutcome} knows them by ours only. */
    public static List<String> unnamedConstraints(TextFile migration) {
        List<String> tokens = TOKEN.matcher(code(migration.text())).results()
                .map(token -> token.group().toUpperCase(Locale.ROOT)).toList();
        List<String> findings = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (opensConstraint(tokens, i) && !isNamed(tokens, i)) {
                findings.add(migration.path() + ": " + String.join(" ", around(tokens, i)) + " has no CONSTRAINT name");
            }
        }
        return findings;
    }

    private static boolean opensConstraint(List<String> tokens, int i) {
        return switch (tokens.get(i)) {
            case "PRIMARY", "FOREIGN" -> at(tokens, i + 1).equals("KEY");
            case "UNIQUE" -> !at(tokens, i - 1).equals("CREATE");
            case "CHECK", "EXCLUDE" -> !at(tokens, i - 1).equals("WITH");
            case "REFERENCES" -> !endsForeignKey(tokens, i);
            default -> false;
        };
    }

    private static boolean isNamed(List<String> tokens, int i) {
        return at(tokens, i - 2).equals("CONSTRAINT");
    }

    /** Whether the columns of a FOREIGN KEY end before {@code i}: then the name stands before FOREIGN. */
    private static boolean endsForeignKey(List<String> tokens, int i) {
        if (!at(tokens, i - 1).equals(")")) {
            return false;
        }
        int open = tokens.subList(0, i).lastIndexOf("(");
        return at(tokens, open - 1).equals("KEY") && at(tokens, open - 2).equals("FOREIGN");
    }

    private static String at(List<String> tokens, int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : "";
    }

    private static List<String> around(List<String> tokens, int i) {
        return tokens.subList(Math.max(0, i - 2), Math.min(tokens.size(), i + 4));
    }

    private static String code(String text) {
        return NOT_CODE.matcher(text).replaceAll(
                match -> match.group().startsWith("-") || match.group().startsWith("/") ? " " : " '' ");
    }
}
