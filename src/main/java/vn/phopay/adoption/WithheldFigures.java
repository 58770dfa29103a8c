package vn.phopay.adoption;

import vn.phopay.adoption.AdoptionStore.StandingCounts;

/**
 * What one viewer does not get, figure by figure: each is decided over the outlets that contribute to it.
 *
 * @param traffic of transactions
 * @param money of amount and median
 * @param requests of the paid rate
 * @param active7d of the outlets active in 7 days
 * @param active30d of the outlets active in 30 days and the adoption rate
 * @param standing of merchants and codes
 */
record WithheldFigures(
        Withheld traffic, Withheld money, Withheld requests, Withheld active7d, Withheld active30d,
        WithheldStanding standing) {

    /** Nothing is withheld. */
    static final WithheldFigures NOTHING = new WithheldFigures(
            Withheld.NOTHING, Withheld.NOTHING, Withheld.NOTHING, Withheld.NOTHING, Withheld.NOTHING,
            new WithheldStanding(Withheld.NOTHING, Withheld.NOTHING, Withheld.NOTHING));

    /** Of registered merchants, approved merchants and codes. */
    record WithheldStanding(Withheld registered, Withheld approved, Withheld codes) {}

    /** The row of {@code place} without what is withheld; {@code disclosure} is held against counts of merchants. */
    AdoptionRow row(AdoptionPlace place, RawFigures figures, Disclosure disclosure) {
        Row row = new Row(place, figures);
        AdoptionRow.Standing shownStanding = row.standing(standing, disclosure);
        AdoptionRow.Activity shownActivity = row.activity();
        AdoptionRow.Flow shownFlow = row.flow();
        return new AdoptionRow(place, shownStanding, shownActivity, shownFlow, row.suppressed);
    }

    /** Takes figures one by one and remembers whether any was withheld. */
    private final class Row {
        private final AdoptionPlace place;
        private final String id;
        private final RawFigures figures;
        private boolean suppressed;

        Row(AdoptionPlace place, RawFigures figures) {
            this.place = place;
            this.id = place.placeId();
            this.figures = figures;
        }

        AdoptionRow.Standing standing(WithheldStanding withheld, Disclosure disclosure) {
            StandingCounts counts = figures.standing(id);
            boolean noRegistered =
                    hides(withheld.registered().has(id) || !disclosure.publishable(counts.registered()));
            boolean noApproved = hides(withheld.approved().has(id) || !disclosure.publishable(counts.approved()));
            boolean noCodes = hides(withheld.codes().has(id));
            return new AdoptionRow.Standing(
                    noRegistered ? null : counts.registered(),
                    noApproved ? null : counts.approved(),
                    noCodes ? null : counts.codes());
        }

        AdoptionRow.Activity activity() {
            boolean no7d = hides(active7d.has(id));
            boolean no30d = hides(active30d.has(id));
            long in30d = figures.active30d(id);
            return new AdoptionRow.Activity(
                    no7d ? null : figures.active7d(id),
                    no30d ? null : in30d,
                    no30d ? null : AdoptionRates.rate(in30d, place.premises()));
        }

        AdoptionRow.Flow flow() {
            boolean noTraffic = hides(traffic.has(id));
            boolean noMoney = hides(money.has(id) || noTraffic);
            boolean noRequests = hides(requests.has(id) || noTraffic);
            return new AdoptionRow.Flow(
                    noTraffic ? null : figures.sums(id).transactions(),
                    noMoney ? null : figures.sums(id).amountVnd(),
                    noMoney ? null : figures.median(id).orElse(null),
                    noRequests ? null : figures.requests(id).rate());
        }

        private boolean hides(boolean withheld) {
            suppressed |= withheld;
            return withheld;
        }
    }
}
