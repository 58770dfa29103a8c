/** Whole days, simulated from a seed and held against what really happened. */
package vn.phopay.sim;
