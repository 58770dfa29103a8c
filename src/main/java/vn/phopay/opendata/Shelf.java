package vn.phopay.opendata;

import java.net.URI;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.phopay.release.ReleaseNumber;

/**
 * Everything that is published at one moment; never changes. What is published later is another shelf.
 *
 * @param releases all releases, oldest first
 * @param catalogue the DCAT catalogue
 * @param dataPackage the Frictionless package of the newest revisions
 * @param ckan answers to CKAN's questions
 */
public record Shelf(List<PublishedRelease> releases, Document catalogue, Document dataPackage, CkanAnswers ckan) {
    /** Copies {@code releases}. */
    public Shelf {
        releases = List.copyOf(releases);
    }

    static Shelf of(List<PublishedRelease> releases, URI publicUrl) {
        List<PublishedRelease> newest = newest(releases);
        return new Shelf(releases, Document.of("application/ld+json", new Catalogue(publicUrl).write(releases)),
                Document.of("application/json", AdoptionPackage.write(newest)),
                CkanAnswers.of(newest, publicUrl));
    }

    /** The newest revision of every month, oldest month first. */
    public List<PublishedRelease> newest() {
        return newest(releases);
    }

    /** The newest revision of {@code month}. */
    public Optional<PublishedRelease> newest(YearMonth month) {
        return newest().stream().filter(one -> one.publication().number().month().equals(month)).findFirst();
    }

    /** The release with this number. */
    public Optional<PublishedRelease> find(ReleaseNumber number) {
        return releases.stream().filter(one -> one.publication().number().equals(number)).findFirst();
    }

    private static List<PublishedRelease> newest(List<PublishedRelease> releases) {
        Map<YearMonth, PublishedRelease> monthToNewest = new TreeMap<>();
        releases.forEach(one -> monthToNewest.put(one.publication().number().month(), one));
        return new ArrayList<>(monthToNewest.values());
    }
}
