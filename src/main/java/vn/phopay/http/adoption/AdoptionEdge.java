package vn.phopay.http.adoption;

import java.time.Clock;
import java.time.Duration;
import vn.phopay.concurrent.VirtualThreads;

/**
 * What the adoption routes share.
 *
 * @param threads where figures are read
 * @param clock tells today
 * @param publicMaxAge for how long caches may keep outsiders' answers
 */
public record AdoptionEdge(VirtualThreads threads, Clock clock, Duration publicMaxAge) {}
