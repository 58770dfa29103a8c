package vn.phopay.city;

/**
 * What waits for somebody of the city's staff.
 *
 * @param cases cases of payments that nobody has resolved
 * @param reports reports of pasted-over codes that nobody has resolved
 */
public record OpenWork(long cases, long reports) {}
