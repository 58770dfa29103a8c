package vn.phopay.http.adoption;

import java.time.Clock;
import java.time.Duration;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.http.EditionTag;
import vn.phopay.http.KeptAnswers;

/**
 * What the adoption routes share.
 *
 * @param threads where figures are read
 * @param clock tells today
 * @param publicMaxAge for how long caches may keep outsiders' answers
 * @param tags tags answers by what they are made of
 * @param kept answers of the edition by which {@code tags} tags
 */
public record AdoptionEdge(
        VirtualThreads threads, Clock clock, Duration publicMaxAge, EditionTag tags, KeptAnswers kept) {}
