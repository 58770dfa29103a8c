/** Tests that kill processes, cut connections, fill disks and set clocks wrong: short by default, long by profile. */
package vn.phopay.chaos;
