package vn.phopay.zone;

/**
 * Where a fact comes from and how much it is to be believed.
 *
 * @param confidence {@code high}, {@code medium} or {@code low}
 * @param source who says so
 * @param note what a reader must know of it; empty for nothing
 */
public record Evidence(String confidence, String source, String note) {}
