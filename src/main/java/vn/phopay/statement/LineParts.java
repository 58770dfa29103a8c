package vn.phopay.statement;

import vn.phopay.payment.MemoScanner;
import vn.phopay.payment.RecordDelivery;

/**
 * What lines are decided with.
 *
 * @param scanner finds our codes in memos
 * @param payments records payments that only a statement tells
 */
public record LineParts(MemoScanner scanner, RecordDelivery payments) {}
