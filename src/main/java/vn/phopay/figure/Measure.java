package vn.phopay.figure;

import java.util.Optional;
import java.util.stream.Stream;

/** Every whole number that is kept of a scope and period, by the name under which {@code figure.measures} holds it. */
public enum Measure {
    /** Merchants with an outlet in the scope whose registration was not rejected. */
    REGISTERED_MERCHANTS("registeredMerchants", Kind.LAST),
    /** Merchants with an outlet in the scope that were approved. */
    APPROVED_MERCHANTS("approvedMerchants", Kind.LAST),
    /** Outlets of merchants that were not rejected. */
    REGISTERED_OUTLETS("registeredOutlets", Kind.LAST),
    /** Trading premises. */
    PREMISES("premises", Kind.LAST),
    /** Since when the premises hold, in days since 1970-01-01. */
    PREMISES_AS_OF("premisesAsOf", Kind.LAST),
    /** Outlets with a credit in 7 days. */
    ACTIVE_OUTLETS_7("activeOutlets7", Kind.LAST),
    /** Outlets with a credit in 30 days: the lead figure. */
    ACTIVE_OUTLETS_30("activeOutlets30", Kind.LAST),
    /** Outlets with credits on 8 or more of 28 days. */
    HABITUAL_OUTLETS_28("habitualOutlets28", Kind.LAST),
    /** Outlets with a credit in the 30 days before the last 30. */
    ACTIVE_OUTLETS_BEFORE_30("activeOutletsBefore30", Kind.LAST),
    /** Those of them without a credit in the last 30. */
    CHURNED_OUTLETS("churnedOutlets", Kind.LAST),
    /** Outlets with credits earlier still, and none in the 30 days before the last 30. */
    LAPSED_OUTLETS("lapsedOutlets", Kind.LAST),
    /** Those of them with a credit in the last 30. */
    RETURNED_OUTLETS("returnedOutlets", Kind.LAST),
    /** Outlets with a code in force, of approved merchants. */
    OUTLETS_WITH_CODE("outletsWithCode", Kind.LAST),
    /** Those of them whose owner found a code good in 7 days. */
    SELF_CHECKED_OUTLETS_7("selfCheckedOutlets7", Kind.LAST),
    /** Streets whose premises were counted. */
    STREETS("streets", Kind.LAST),
    /** Those of them on which enough premises are active. */
    STREETS_COVERED("streetsCovered", Kind.LAST),
    /** Outlets that were paid for the first time. */
    FIRST_PAYMENTS("firstPayments", Kind.SUM),
    /** Credits that count. */
    TRANSACTIONS("transactions", Kind.SUM),
    /** Their sum in đồng. */
    AMOUNT_VND("amountVnd", Kind.SUM),
    /** Credits below 20,000 đồng. */
    TICKET_BAND_1("ticketBand1", Kind.SUM),
    /** Credits below 50,000 đồng that are in no band before. */
    TICKET_BAND_2("ticketBand2", Kind.SUM),
    /** Credits below 100,000 đồng that are in no band before. */
    TICKET_BAND_3("ticketBand3", Kind.SUM),
    /** Credits below 200,000 đồng that are in no band before. */
    TICKET_BAND_4("ticketBand4", Kind.SUM),
    /** Credits below 500,000 đồng that are in no band before. */
    TICKET_BAND_5("ticketBand5", Kind.SUM),
    /** All other credits. */
    TICKET_BAND_6("ticketBand6", Kind.SUM),
    /** Credits to a payment request. */
    DYNAMIC_TRANSACTIONS("dynamicTransactions", Kind.SUM),
    /** Credits of outlets on streets of a walking zone. */
    ZONE_TRANSACTIONS("zoneTransactions", Kind.SUM),
    /** Those of them booked while a zone of the street was open. */
    ZONE_HOURS_TRANSACTIONS("zoneHoursTransactions", Kind.SUM),
    /** Payment requests made. */
    REQUESTS_ISSUED("requestsIssued", Kind.SUM),
    /** Those of them that are paid in full. */
    REQUESTS_PAID("requestsPaid", Kind.SUM),
    /** Merchants that registered. */
    REGISTRATIONS("registrations", Kind.SUM),
    /** Those of them whom a helper entered. */
    ASSISTED_REGISTRATIONS("assistedRegistrations", Kind.SUM),
    /** Reports of codes pasted over. */
    REPORTS("reports", Kind.SUM),
    /** Reports that staff confirmed. */
    REPORTS_CONFIRMED("reportsConfirmed", Kind.SUM),
    /** Median hours from registration to the first payment. */
    FIRST_PAYMENT_HOURS_MEDIAN("firstPaymentHoursMedian", Kind.QUANTILE),
    /** 90th percentile of the hours from registration to the first payment. */
    FIRST_PAYMENT_HOURS_P90("firstPaymentHoursP90", Kind.QUANTILE),
    /** Lower quartile of the credits. */
    TICKET_LOWER_QUARTILE_VND("ticketLowerQuartileVnd", Kind.QUANTILE),
    /** Median of the credits. */
    TICKET_MEDIAN_VND("ticketMedianVnd", Kind.QUANTILE),
    /** Upper quartile of the credits. */
    TICKET_UPPER_QUARTILE_VND("ticketUpperQuartileVnd", Kind.QUANTILE),
    /** Median hours from a report to its decision. */
    REPORT_HOURS_MEDIAN("reportHoursMedian", Kind.QUANTILE),
    /** Transactions told by callback. */
    RECEIVED("received", Kind.SUM, true),
    /** Those of them that are credits and no twins. */
    RECEIVED_CREDITS("receivedCredits", Kind.SUM, true),
    /** Those credits of which it is known whose they are. */
    MATCHED("matched", Kind.SUM, true),
    /** Deliveries with a signature that does not hold. */
    BAD_SIGNATURES("badSignatures", Kind.SUM, true),
    /** Transactions that were told again. */
    DUPLICATES("duplicates", Kind.SUM, true),
    /** Median seconds from booking to receipt. */
    DELAY_SECONDS_MEDIAN("delaySecondsMedian", Kind.QUANTILE, true),
    /** 95th percentile of the seconds from booking to receipt. */
    DELAY_SECONDS_P95("delaySecondsP95", Kind.QUANTILE, true),
    /** Open cases of money that is nobody's. */
    UNMATCHED_OPEN("unmatchedOpen", Kind.LAST, true),
    /** Median age of those cases in hours. */
    UNMATCHED_AGE_HOURS_MEDIAN("unmatchedAgeHoursMedian", Kind.LAST, true),
    /** Merchants with a credit in the month's days that are over; for disclosure control. */
    CONTRIBUTORS("contributors", Kind.DISCLOSURE),
    /** The largest merchant's amount in those days. */
    TOP_AMOUNT_VND("topAmountVnd", Kind.DISCLOSURE),
    /** The second largest merchant's amount in those days; 0 where there is one merchant. */
    SECOND_AMOUNT_VND("secondAmountVnd", Kind.DISCLOSURE),
    /** 1 where the rules of the monthly release withhold the scope's money of those days, else 0. */
    VALUE_WITHHELD("valueWithheld", Kind.DISCLOSURE);

    /** How the value of a week or month comes about. */
    public enum Kind {
        /** Days are added up. */
        SUM,
        /** As of the period's last day that is computed. */
        LAST,
        /** Out of the merged sketches of the days. */
        QUANTILE,
        /** Of a whole month only, and of no metric: what disclosure control goes by. */
        DISCLOSURE
    }

    private final String id;
    private final Kind kind;
    private final boolean bank;

    Measure(String id, Kind kind) {
        this(id, kind, false);
    }

    Measure(String id, Kind kind, boolean bank) {
        this.id = id;
        this.kind = kind;
        this.bank = bank;
    }

    /** Its name in the definition file and in the database. */
    public String id() {
        return id;
    }

    /** How the value of a week or month comes about. */
    public Kind kind() {
        return kind;
    }

    /** Whether it is kept for banks, and for them alone. */
    public boolean ofBanks() {
        return bank;
    }

    /** The measure called {@code id}. */
    public static Optional<Measure> find(String id) {
        return Stream.of(values()).filter(measure -> measure.id.equals(id)).findFirst();
    }
}
