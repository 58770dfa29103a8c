package vn.phopay.simulator.day;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamException;
import vn.phopay.simulator.day.Book.Account;
import vn.phopay.simulator.day.Book.Line;
import vn.phopay.simulator.day.CamtWriter.Form;
import vn.phopay.simulator.day.CamtWriter.Head;
import vn.phopay.simulator.day.Outsider.Person;
import vn.phopay.simulator.day.Outsider.Reply;
import vn.phopay.simulator.day.Town.Bank;
import vn.phopay.simulator.day.Town.Statements;

/** Writes what the books say, each bank in its own way, uploads it and waits until it is read. */
final class TellStatements {
    private static final List<Integer> VERSIONS = List.of(2, 4, 8, 13);
    private static final long OPENING_VND = 12_345_678;
    private static final Set<String> UNDONE = Set.of("RECEIVED", "IMPORTING");
    private static final Duration IMPORT_LIMIT = Duration.ofMinutes(10);
    private static final List<String> COUNTS =
            List.of("lines", "matched", "recovered", "amountMismatch", "ambiguous", "duplicates");

    private final Outsider outsider;
    private final Person staff;
    private final Stage stage;
    private final Desk desk;
    private final Map<String, Long> accountToBalanceVnd = new HashMap<>();
    private final Map<String, Long> nameToCount = new TreeMap<>();
    private final Set<String> known = new HashSet<>();

    /** Where files are written, and how waiting is done. */
    record Desk(Path directory, Patience patience) {}

    TellStatements(Outsider outsider, Person staff, Stage stage, Desk desk) {
        this.outsider = outsider;
        this.staff = staff;
        this.stage = stage;
        this.desk = desk;
    }

    /** What came of all lines so far, by the service's own names. */
    Map<String, Long> counts() {
        return nameToCount;
    }

    /** The notices of the day, before its statements. */
    void notices() {
        eachBank(Statements.CAMT, bank -> {
            Path file = file(bank, "notices", ".xml");
            camt(file, bank, new Task(true, stage.day(), account -> !account.notices().isEmpty(),
                    account -> account.notices().stream().map(Line::of).toList()));
            return file;
        }, account -> !account.notices().isEmpty());
    }

    /** The statements of the day, some of them twice. */
    void today() {
        Task all = new Task(false, stage.day(), account -> true, Account::today);
        camtStatements(all, "today");
        csvStatements(all, "today");
        // Balances go on from where they were before the repetition.
        Map<String, Long> closing = Map.copyOf(accountToBalanceVnd);
        accountToBalanceVnd.clear();
        // Statements with an identity come again in another file; a table has none, so the same file comes again.
        camtStatements(new Task(false, stage.day(), Account::isTwice, Account::today), "again");
        if (stage.book().accounts().stream().anyMatch(Account::isTwice)) {
            csvStatements(all, "today");
        }
        accountToBalanceVnd.putAll(closing);
    }

    /** The statements of the day after. */
    void tomorrow() {
        Task all = new Task(false, stage.day().plusDays(1), account -> true, Account::tomorrow);
        camtStatements(all, "tomorrow");
        csvStatements(all, "tomorrow");
    }

    /** Which statements of which day. */
    private record Task(
            boolean notice, LocalDate day, Predicate<Account> which, Function<Account, List<Line>> lines) {}

    private void camtStatements(Task task, String name) {
        eachBank(Statements.CAMT, bank -> {
            Path file = file(bank, name, ".xml");
            camt(file, bank, task);
            return file;
        }, task.which());
    }

    private void csvStatements(Task task, String name) {
        eachBank(Statements.CSV, bank -> {
            Path file = file(bank, name, ".csv");
            csv(file, bank, task);
            return file;
        }, account -> task.which().test(account) && !task.lines().apply(account).isEmpty());
    }

    private Path file(Bank bank, String name, String suffix) {
        return desk.directory().resolve(bank.code() + '-' + name + suffix);
    }

    /** Writes a file. */
    private interface Writing {
        Path write(Bank bank) throws IOException, XMLStreamException;
    }

    private void eachBank(Statements form, Writing writing, Predicate<Account> which) {
        for (Bank bank : stage.town().banks()) {
            boolean any = accountsOf(bank).stream().anyMatch(which);
            if (bank.statements() == form && any) {
                try {
                    upload(bank, writing.write(bank));
                } catch (IOException | XMLStreamException e) {
                    throw new DayFailedException("a statement cannot be written: " + e.getMessage(), e);
                }
            }
        }
    }

    private List<Account> accountsOf(Bank bank) {
        return stage.book().accounts().stream().filter(account -> account.bank().equals(bank)).toList();
    }

    private void camt(Path path, Bank bank, Task task) throws IOException, XMLStreamException {
        int version = VERSIONS.get(stage.town().banks().indexOf(bank) % VERSIONS.size());
        Form form = new Form(task.notice(), version, task.day(), path.getFileName().toString());
        try (CamtWriter writer = CamtWriter.begin(path, form)) {
            for (Account account : accountsOf(bank)) {
                if (task.which().test(account)) {
                    long closingVnd = writer.write(head(account, task), task.lines().apply(account));
                    keepBalance(account, task, closingVnd);
                }
            }
        }
    }

    private void csv(Path path, Bank bank, Task task) throws IOException {
        try (CsvWriter writer = CsvWriter.begin(path, task.day())) {
            for (Account account : accountsOf(bank)) {
                if (task.which().test(account)) {
                    long opening = accountToBalanceVnd.getOrDefault(account.number(), OPENING_VND);
                    keepBalance(account, task, writer.write(account.number(), opening, task.lines().apply(account)));
                }
            }
        }
    }

    private void keepBalance(Account account, Task task, long closingVnd) {
        if (!task.notice()) {
            accountToBalanceVnd.put(account.number(), closingVnd);
        }
    }

    private Head head(Account account, Task task) {
        boolean skips = account.hasGap() && task.day().isAfter(stage.day());
        String id = (task.notice() ? "NT" : "ST") + account.number()
                + DateTimeFormatter.BASIC_ISO_DATE.format(task.day());
        return new Head(id, task.day().toEpochDay() + (skips ? 1 : 0), account.number(),
                accountToBalanceVnd.getOrDefault(account.number(), OPENING_VND));
    }

    private void upload(Bank bank, Path file) {
        String type = bank.statements() == Statements.CSV ? "text/csv" : "application/xml";
        Reply reply = outsider.upload(staff, "/api/v1/banks/" + bank.code() + "/statements", file, type);
        if (reply.status() >= 300) {
            throw new DayFailedException(file.getFileName() + ": " + reply.status() + ' ' + reply.body().encode());
        }
        String path = "/api/v1/statements/" + reply.body().getString("id");
        boolean done = desk.patience().until(
                () -> !UNDONE.contains(outsider.get(staff, path).getString("status", "")), IMPORT_LIMIT);
        JsonObject result = outsider.get(staff, path);
        if (!done || result.getString("status", "").equals("FAILED")) {
            throw new DayFailedException(file.getFileName() + " was not imported: " + result.encode());
        }
        if (known.add(path)) {
            COUNTS.forEach(name -> nameToCount.merge(name, result.getLong(name, 0L), Long::sum));
        }
        delete(file);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new DayFailedException("cannot delete " + file, e);
        }
    }
}
