package vn.phopay.programme;

import vn.phopay.identity.StaffId;

/**
 * One of the city's staff whom something is given to.
 *
 * @param id whose
 * @param name the person's name
 */
public record Helper(StaffId id, String name) {}
