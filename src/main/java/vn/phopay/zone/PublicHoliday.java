package vn.phopay.zone;

import java.time.LocalDate;

/**
 * A public holiday of Viet Nam. It opens no zone by itself.
 *
 * @param day the day
 * @param nameVi Vietnamese name
 * @param nameEn English name
 * @param evidence where the date comes from
 */
public record PublicHoliday(LocalDate day, String nameVi, String nameEn, Evidence evidence) {}
