package vn.phopay.simulator.day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import vn.phopay.simulator.Fault;
import vn.phopay.simulator.FaultPlan;
import vn.phopay.simulator.day.Errand.Manner;
import vn.phopay.simulator.day.Errand.Step;
import vn.phopay.simulator.day.Errand.When;
import vn.phopay.simulator.day.Town.Bank;
import vn.phopay.simulator.day.Town.Shop;
import vn.phopay.simulator.sender.Movement;

/**
 * Makes up a day: the same seed, size, faults and town give the same movements, calls, statements and truth. Only the
 * codes are the service's own.
 */
final class PlanDay {
    private static final int BATCH_MAX = 20;

    private final Scenes scenes = new Scenes();
    private final FaultPlan faults;
    private final int transactions;
    private final long seed;

    /** Plans days of at least {@code transactions} movements. */
    PlanDay(FaultPlan faults, int transactions, long seed) {
        this.faults = faults;
        this.transactions = transactions;
        this.seed = seed;
    }

    /** The day in {@code town}, everything written down; calls in the order in which they begin. */
    Stage plan(Town town, LocalDate day) {
        Stage stage = new Stage(town, day, seed);
        while (stage.movements().values().stream().mapToInt(Integer::intValue).sum() < transactions) {
            play(stage, faults.drawOne(stage.random()));
        }
        List<Errand> errands = batched(stage.errands(), stage.random());
        Collections.shuffle(errands, stage.random());
        stage.errands().clear();
        stage.errands().addAll(errands);
        return stage;
    }

    private void play(Stage stage, Optional<Fault> fault) {
        Scene scene = fault.map(scenes::of).orElseGet(() -> Scene.anywhere(Scenes::ordinary));
        Optional<Shop> shop = stage.shop(scene.fits());
        if (shop.isPresent()) {
            scene.play().accept(new Story(stage, shop.get(), fault.orElse(null)));
        } else {
            Scenes.ordinary(new Story(stage, stage.shop(any -> true).orElseThrow(), null));
        }
    }

    /** Senders that can tell several at once do so with whatever needs no order. */
    private static List<Errand> batched(List<Errand> errands, Random random) {
        List<Errand> result = new ArrayList<>(errands.size());
        List<Movement> waiting = new ArrayList<>();
        int size = 1;
        Bank sender = null;
        for (Errand errand : errands) {
            Step only = errand.steps().getFirst();
            boolean alone = errand.steps().size() == 1 && only.manner() == Manner.PLAIN
                    && errand.when() == When.BY_DAY && only.bank().sender().batchMax() > 1;
            if (!alone) {
                result.add(errand);
                continue;
            }
            sender = only.bank();
            waiting.addAll(only.movements());
            if (waiting.size() >= size) {
                result.add(new Errand(When.BY_DAY, List.of(new Step(sender, List.copyOf(waiting), Manner.PLAIN))));
                waiting.clear();
                size = 1 + random.nextInt(BATCH_MAX);
            }
        }
        if (sender != null && !waiting.isEmpty()) {
            result.add(new Errand(When.BY_DAY, List.of(new Step(sender, List.copyOf(waiting), Manner.PLAIN))));
        }
        return result;
    }
}
