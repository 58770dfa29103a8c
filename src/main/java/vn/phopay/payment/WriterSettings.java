package vn.phopay.payment;

/**
 * Limits of one payment writer.
 *
 * @param queueRowsMax facts that may wait; past it deliveries are refused
 * @param queueBytesMax bytes of deliveries that may wait; past it deliveries are refused
 * @param flushRowsMax facts in one transaction
 * @param flushWindowMs how long a flush waits for company; 0 sends at once when idle
 * @param bankShare the largest part of the queue that one bank may fill, in percent
 */
public record WriterSettings(
        int queueRowsMax, long queueBytesMax, int flushRowsMax, long flushWindowMs, int bankShare) {}
