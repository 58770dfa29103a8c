package vn.phopay.disclosure;

/**
 * The next scope to give up.
 *
 * @param scope its number
 */
record Withholding(int scope, Reason reason) {}
