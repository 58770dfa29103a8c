package vn.phopay.simulator.day;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.phopay.ops.InvariantResult;
import vn.phopay.simulator.day.Errand.When;
import vn.phopay.simulator.day.Outsider.Person;
import vn.phopay.simulator.day.Town.Login;
import vn.phopay.simulator.day.Truth.Cure;
import vn.phopay.simulator.day.Truth.Trouble;
import vn.phopay.time.BusinessDay;

/**
 * Plays a whole day against a running service, over HTTP as banks, shops and staff do: shops register and are paid by
 * every dialect with everything that goes wrong, statements come, people settle cases, the day is closed. Then it holds
 * what the service says against what really happened. Blocks; for a thread that may wait.
 */
public final class SimulateDay {
    private static final int CALLS_AT_ONCE = 64;
    private static final Duration OPENS = Duration.ofHours(6);
    private static final Duration EVENING = Duration.ofMinutes(23 * 60 + 30);
    private static final Duration MORNING = Duration.ofHours(8);
    private static final Duration CASES_LIMIT = Duration.ofSeconds(100);

    private final DayOptions options;
    private final Surroundings around;
    private final WriteReport write = new WriteReport();

    /**
     * What the day is played with.
     *
     * @param vertx the senders' own
     * @param clock the service's, where it can be set
     * @param progress hears how far it is
     * @param recheck the invariants of the service's database; an empty list where it cannot be reached
     */
    public record Surroundings(
            Vertx vertx, SimulatedClock clock, Consumer<String> progress, Supplier<List<InvariantResult>> recheck) {}

    /** Plays the day of {@code options}. */
    public SimulateDay(DayOptions options, Surroundings around) {
        this.options = options;
        this.around = around;
    }

    /**
     * Plays it and judges it.
     *
     * @throws DayFailedException where the service refuses what it must take, so that there is nothing to judge
     */
    public DayReport run() {
        try (Outsider outsider = new Outsider(options.url())) {
            around.clock().moveTo(at(0, OPENS));
            Staff staff = staff(outsider);
            tell("opening a town of " + options.shops() + " shops");
            Town town = new OpenTown(outsider, staff.admin, options).open();
            Stage stage = new PlanDay(options.faults(), options.transactions(), options.seed())
                    .plan(town, options.day());
            write.day(options, stage);
            play(outsider, staff, stage);
            judge(outsider, staff, stage);
        }
        return write.report();
    }

    /** Those who work for the city: whoever decides is never alone. */
    private record Staff(Person admin, Person second, Person registrar) {}

    private Staff staff(Outsider outsider) {
        Person admin = outsider.person(new Login(options.adminLogin(), options.adminPassword()));
        return new Staff(admin, hire(outsider, admin, "ADMIN"), hire(outsider, admin, "REGISTRAR"));
    }

    private Person hire(Outsider outsider, Person admin, String role) {
        String login = "sim-" + role.toLowerCase(Locale.ROOT) + '-' + options.seed();
        outsider.post(admin, "/api/v1/staff", new JsonObject().put("login", login).put("name", "Simulated " + role)
                .put("role", role).put("districtCodes", new JsonArray()).put("password", OpenTown.PASSWORD));
        return outsider.person(new Login(login, OpenTown.PASSWORD));
    }

    private void play(Outsider outsider, Staff staff, Stage stage) {
        DriveErrands drive = new DriveErrands(around.vertx(), options.url(), around.clock(), CALLS_AT_ONCE);
        TellStatements statements = new TellStatements(outsider, staff.admin, stage,
                new TellStatements.Desk(options.directory(), new Patience(around.vertx())));
        around.clock().moveTo(at(0, EVENING));
        drive(drive, stage, When.BY_DAY);
        write.requests(new JudgeRequests(outsider, stage).judge());
        around.clock().moveTo(at(1, MORNING));
        tell("the statements of " + options.day() + " come");
        statements.notices();
        statements.today();
        drive(drive, stage, When.AFTER_STATEMENT);
        around.clock().moveTo(at(2, MORNING));
        tell("the statements of the day after come");
        statements.tomorrow();
        write.senders(drive.tally());
        write.statements(statements.counts());
        drive.close().await();
    }

    private void drive(DriveErrands drive, Stage stage, When when) {
        List<Errand> errands = stage.errands().stream().filter(errand -> errand.when() == when).toList();
        tell("senders tell: " + errands.size() + " errands");
        long timer = around.vertx().setPeriodic(5_000, tick -> tell("  taken so far: " + taken(drive.tally())));
        drive.run(errands).await();
        around.vertx().cancelTimer(timer);
    }

    private static Map<String, Long> taken(Tally tally) {
        return tally.heard().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, heard -> heard.getValue().movements()));
    }

    private void judge(Outsider outsider, Staff staff, Stage stage) {
        JudgeCases cases = new JudgeCases(outsider, staff.admin, stage);
        tell("waiting for " + stage.truth().troubles().size() + " cases");
        JudgeCases.Verdict before = waitFor(cases, stage.truth().troubles());
        tell("people settle some cases");
        int settled = new SettleCases(outsider, staff.registrar, staff.second).settle(before.explained());
        List<Trouble> left = stage.truth().troubles().stream()
                .filter(trouble -> trouble.words().cure() instanceof Cure.None).toList();
        write.cases(waitFor(cases, left), settled);
        tell("holding payments against the truth");
        write.payments(new JudgePayments(outsider, stage).judge());
        tell("closing the day");
        SealDay.Sealed sealed = new SealDay(outsider, staff.admin, staff.second).seal(options.day().toString());
        List<String> faults = sealed.hash().isEmpty() ? List.of()
                : new CheckSeal(outsider, staff.admin).faults(options.day().toString(), sealed.hash());
        write.seal(sealed, left.stream().mapToLong(Trouble::apartVnd).sum(), faults);
        write.invariants(around.recheck().get());
    }

    private JudgeCases.Verdict waitFor(JudgeCases cases, List<Trouble> expected) {
        JudgeCases.Verdict[] last = {cases.judge(expected)};
        if (!last[0].isRight()) {
            new Patience(around.vertx()).until(() -> {
                last[0] = cases.judge(expected);
                return last[0].isRight();
            }, CASES_LIMIT);
        }
        return last[0];
    }

    private Instant at(int daysLater, Duration timeOfDay) {
        LocalDate day = options.day().plusDays(daysLater);
        return BusinessDay.startOf(day).plus(timeOfDay);
    }

    private void tell(String what) {
        around.progress().accept(what);
    }
}
