package vn.phopay.opendata;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.StmtIterator;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;

/**
 * A program of somebody outside: it is given the catalogue's address and nothing else, and shares no class with the
 * service. It fetches every file, holds hashes and the signature against what is published, and makes the ranking
 * again.
 */
final class OutsideProgram {
    private static final String DCAT = "http://www.w3.org/ns/dcat#";
    private static final String SPDX = "http://spdx.org/rdf/terms#";

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI catalogue;

    OutsideProgram(URI catalogue) {
        this.catalogue = catalogue;
    }

    /** What it found: addresses of files by the dataset they belong to, oldest release first. */
    Map<String, Map<String, byte[]>> fetchAndCheck() throws IOException, InterruptedException,
            GeneralSecurityException {
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new ByteArrayInputStream(get(catalogue).body()), Lang.JSONLD);
        Map<String, Map<String, byte[]>> releases = new TreeMap<>();
        for (Resource dataset : model.listResourcesWithProperty(model.createProperty(DCAT, "distribution")).toList()) {
            Map<String, byte[]> files = new LinkedHashMap<>();
            StmtIterator distributions = dataset.listProperties(model.createProperty(DCAT, "distribution"));
            while (distributions.hasNext()) {
                Resource distribution = distributions.next().getResource();
                URI address = URI.create(distribution.getProperty(model.createProperty(DCAT, "downloadURL"))
                        .getResource().getURI());
                String hash = distribution.getProperty(model.createProperty(SPDX, "checksum")).getResource()
                        .getProperty(model.createProperty(SPDX, "checksumValue")).getString();
                byte[] bytes = get(address).body();
                check(hash.equals(sha256(bytes)), "hash of " + address);
                files.put(address.getPath().substring(address.getPath().lastIndexOf('/') + 1), bytes);
            }
            checkManifest(URI.create(dataset.getURI() + "/"), files);
            releases.put(dataset.getURI(), files);
        }
        return releases;
    }

    /** The manifest names every file, bulletins too, and is signed by a key that is published. */
    private void checkManifest(URI folder, Map<String, byte[]> files)
            throws IOException, InterruptedException, GeneralSecurityException {
        byte[] manifest = files.get("manifest.json");
        Matcher entry = Pattern.compile("\"path\" : \"([^\"]+)\",\\s+\"sha256\" : \"([0-9a-f]{64})\"")
                .matcher(text(manifest).substring(text(manifest).indexOf("\"files\"")));
        int named = 0;
        while (entry.find()) {
            named++;
            byte[] bytes = files.containsKey(entry.group(1))
                    ? files.get(entry.group(1)) : get(folder.resolve(entry.group(1))).body();
            check(sha256(bytes).equals(entry.group(2)), "manifest's hash of " + entry.group(1));
        }
        check(named > 100, "the manifest names " + named + " files");
        check(text(files.get("SHA256SUMS")).contains(sha256(manifest) + "  manifest.json\n"), "SHA256SUMS");
        check(signedByPublishedKey(manifest, files.get("manifest.json.sig")), "the manifest's signature");
        byte[] changed = manifest.clone();
        changed[40] ^= 1;
        check(!signedByPublishedKey(changed, files.get("manifest.json.sig")), "a changed manifest is refused");
        String[] jws = text(files.get("manifest.json.jws")).split("\\.");
        check(signedByPublishedKey((jws[0] + "." + jws[1]).getBytes(StandardCharsets.US_ASCII),
                Base64.getUrlDecoder().decode(jws[2])), "the JWS");
        check(Arrays.equals(manifest, Base64.getUrlDecoder().decode(jws[1])), "the JWS's payload");
    }

    private boolean signedByPublishedKey(byte[] message, byte[] signature)
            throws IOException, InterruptedException, GeneralSecurityException {
        String keys = text(get(catalogue.resolve("/open-data/keys.json")).body());
        Matcher x = Pattern.compile("\"x\":\"([^\"]+)\"").matcher(keys);
        byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
        while (x.find()) {
            byte[] raw = Base64.getUrlDecoder().decode(x.group(1));
            byte[] der = Arrays.copyOf(prefix, prefix.length + raw.length);
            System.arraycopy(raw, 0, der, prefix.length, raw.length);
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            if (verifier.verify(signature)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Makes {@code ranking.csv} again, by the rule of the documents, from the figures of a release and of the month
     * before.
     */
    static List<String> ranking(byte[] districts, byte[] before, byte[] metrics) {
        Map<String, String[]> now = rates(districts);
        Map<String, String[]> then = rates(before);
        BigDecimal best = null;
        for (String[] row : now.values()) {
            String[] old = then.get(row[1]);
            if (!row[8].isEmpty() && old != null && !old[8].isEmpty()) {
                BigDecimal change = new BigDecimal(row[8]).subtract(new BigDecimal(old[8]));
                best = change.signum() > 0 && (best == null || change.compareTo(best) > 0) ? change : best;
            }
        }
        List<String> lines = new ArrayList<>();
        for (String[] row : now.values()) {
            String[] old = then.get(row[1]);
            String oldRate = old == null ? "" : old[8];
            String rank = rank(row[8], now);
            String oldRank = rank(oldRate, then);
            String change = row[8].isEmpty() || oldRate.isEmpty() ? ""
                    : new BigDecimal(row[8]).subtract(new BigDecimal(oldRate)).toPlainString();
            String gained = rank.isEmpty() || oldRank.isEmpty() ? ""
                    : Integer.toString(Integer.parseInt(oldRank) - Integer.parseInt(rank));
            String size = sizeClass(row[3], metrics);
            lines.add(String.join(",", row[0], rank, row[1], row[2], row[8], oldRate, change, oldRank, gained,
                    size, rank(row[8], alike(now, size, metrics)),
                    Boolean.toString(rank.equals("1")),
                    Boolean.toString(best != null && best.toPlainString().equals(change))));
        }
        lines.sort(Comparator.comparing((String line) -> {
            String rank = line.split(",", -1)[1];
            return rank.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(rank);
        }).thenComparing(line -> line.split(",", -1)[2]));
        return lines;
    }

    private static Map<String, String[]> alike(Map<String, String[]> all, String size, byte[] metrics) {
        Map<String, String[]> alike = new TreeMap<>(all);
        alike.values().removeIf(row -> !sizeClass(row[3], metrics).equals(size));
        return alike;
    }

    /** The class with the highest lower limit that the premises reach, by the published definitions. */
    private static String sizeClass(String premises, byte[] metrics) {
        String name = "unknown";
        long limit = 0;
        Matcher size = Pattern.compile("\\{\\s*\"id\"\\s*:\\s*\"(\\w+)\",\\s*\"premisesFrom\"\\s*:\\s*(\\d+)")
                .matcher(text(metrics));
        while (size.find()) {
            long from = Long.parseLong(size.group(2));
            if (!premises.isEmpty() && from > limit && from <= Long.parseLong(premises)) {
                name = size.group(1);
                limit = from;
            }
        }
        return name;
    }

    private static String rank(String rate, Map<String, String[]> all) {
        if (rate.isEmpty()) {
            return "";
        }
        return Long.toString(1 + all.values().stream().filter(row -> !row[8].isEmpty())
                .filter(row -> new BigDecimal(row[8]).compareTo(new BigDecimal(rate)) > 0).count());
    }

    /** Rows of districts.csv by code; column 8 is the adoption rate. */
    private static Map<String, String[]> rates(byte[] districts) {
        Map<String, String[]> rows = new TreeMap<>();
        List<String> lines = text(districts).lines().toList();
        check(lines.getFirst().split(",")[8].equals("adoptionRate"), "the head of districts.csv");
        lines.stream().skip(1).map(line -> line.split(",", -1)).forEach(row -> rows.put(row[1], row));
        return rows;
    }

    private HttpResponse<byte[]> get(URI address) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
        check(answer.statusCode() == 200, address + " answers " + answer.statusCode());
        return answer;
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("does not hold: " + what);
        }
    }
}
