package vn.phopay.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.phopay.identity.OutletId;

/**
 * A street, house by house: which places of trade are active, idle or not registered, and the outlets that no place of
 * trade is known of.
 *
 * @param spots in walking order: odd numbers upwards, then even ones, then what has no number
 */
public record StreetStrip(List<Spot> spots) {
    private static final Comparator<Spot> WALK = Comparator.comparing(Spot::house).thenComparing(Spot::name);

    /** Copies {@code spots}. */
    public StreetStrip {
        spots = List.copyOf(spots);
    }

    /** How far a place of trade has come. */
    public enum State {
        /** A credit in the last 30 days. */
        ACTIVE,
        /** Registered, no credit in the last 30 days. */
        IDLE,
        /** Trading, not registered. */
        UNREGISTERED,
        /** Seen closed. */
        CLOSED
    }

    /**
     * One of the street.
     *
     * @param state how far it has come
     * @param premises as it was counted; empty for an outlet that is not among the counted
     * @param outlet the outlet that trades there
     * @param suggestion an outlet without premises at the same number, for somebody to say whether it is this one
     */
    public record Spot(
            State state,
            Optional<Premises> premises,
            Optional<StreetOutlet> outlet,
            Optional<StreetOutlet> suggestion) {
        /** Its house number. */
        public HouseNumber house() {
            return premises.map(Premises::house).orElseGet(() -> outlet.orElseThrow().house());
        }

        /** Its name. */
        public String name() {
            return premises.map(Premises::name).orElseGet(() -> outlet.orElseThrow().name());
        }

        /** Whether somebody should visit it. */
        public boolean isToVisit() {
            return premises.isPresent() && (state == State.IDLE || state == State.UNREGISTERED);
        }
    }

    /** Puts {@code premises} and {@code outlets} of one street together, as of {@code today}. */
    public static StreetStrip of(List<Premises> premises, List<StreetOutlet> outlets, LocalDate today) {
        Map<OutletId, StreetOutlet> idToOutlet = new HashMap<>();
        outlets.forEach(outlet -> idToOutlet.put(outlet.id(), outlet));
        Set<OutletId> linked = premises.stream().flatMap(one -> one.outlet().stream()).collect(Collectors.toSet());
        Map<String, List<StreetOutlet>> houseToFree = outlets.stream()
                .filter(outlet -> !linked.contains(outlet.id()) && outlet.house().number() > 0)
                .collect(Collectors.groupingBy(outlet -> outlet.house().key()));
        List<Spot> spots = new ArrayList<>();
        for (Premises one : premises) {
            Optional<StreetOutlet> outlet = one.outlet().map(idToOutlet::get);
            Optional<StreetOutlet> suggestion = outlet.isPresent() || !one.isTrading()
                    ? Optional.empty()
                    : houseToFree.getOrDefault(one.house().key(), List.of()).stream().findFirst();
            spots.add(new Spot(state(one, outlet, today), Optional.of(one), outlet, suggestion));
        }
        outlets.stream()
                .filter(outlet -> !linked.contains(outlet.id()))
                .map(outlet -> new Spot(state(outlet, today), Optional.empty(), Optional.of(outlet), Optional.empty()))
                .forEach(spots::add);
        spots.sort(WALK);
        return new StreetStrip(spots);
    }

    /** How many are in {@code state}. */
    public long count(State state) {
        return spots.stream().filter(spot -> spot.state() == state).count();
    }

    /** Those that somebody should visit, as one walks: up the odd side, back down the even one, then the rest. */
    public List<Premises> toVisit() {
        List<Premises> walk = new ArrayList<>();
        for (HouseNumber.Side side : HouseNumber.Side.values()) {
            List<Premises> onSide = spots.stream()
                    .filter(Spot::isToVisit)
                    .map(spot -> spot.premises().orElseThrow())
                    .filter(one -> one.house().side() == side)
                    .toList();
            walk.addAll(side == HouseNumber.Side.EVEN ? onSide.reversed() : onSide);
        }
        return walk;
    }

    private static State state(Premises premises, Optional<StreetOutlet> outlet, LocalDate today) {
        if (outlet.isPresent()) {
            return state(outlet.get(), today);
        }
        return premises.isTrading() ? State.UNREGISTERED : State.CLOSED;
    }

    private static State state(StreetOutlet outlet, LocalDate today) {
        return outlet.isActive(today) ? State.ACTIVE : State.IDLE;
    }
}
