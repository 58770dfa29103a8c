package vn.phopay.book;

import java.time.LocalDate;

/**
 * A yearly revenue at which the law begins, or ceases, to ask something of a household.
 *
 * @param amountVnd whole đồng a calendar year
 * @param inForceFrom from which day on
 * @param meaningVi what changes there, in Vietnamese
 * @param meaningEn what changes there, in English
 * @param source the text of the law, with its date
 */
public record Threshold(long amountVnd, LocalDate inForceFrom, String meaningVi, String meaningEn, String source) {}
