package vn.phopay.book;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;

/**
 * A month of a book as one text, and the hash of it: what is kept when a month is closed. Equal months give equal
 * texts: members stand in a fixed order. {@code book_month_hash_fits} holds the same rule of the hash in the
 * database.
 */
final class BookDocument {
    private static final long VERSION = 1;
    private static final String DOMAIN = "phopay-book-1\n";

    private BookDocument() {}

    /** What is said of a closing besides the month. */
    record Seal(Instant closedAt, UUID closedBy, String previousHash) {}

    /** What {@code month} is as it is closed. */
    static String of(BookMonth month, Seal seal) {
        return content(month)
                .put("closedAt", seal.closedAt().toString())
                .put("closedBy", new MerchantId(seal.closedBy()).toString())
                .put("previous", seal.previousHash())
                .encode();
    }

    /** SHA-256 of a document, in hexadecimal digits. */
    static String hash(String document) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((DOMAIN + document).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** What a reader has seen of an open month: changes whenever anything in it does. */
    static String fingerprint(BookMonth month) {
        return hash(content(month).encode());
    }

    private static JsonObject content(BookMonth month) {
        return new JsonObject()
                .put("version", VERSION)
                .put("merchantId", month.merchant().toString())
                .put("month", month.month().toString())
                .put("header", header(month.header()))
                .put("lines", new JsonArray(month.lines().stream().map(BookDocument::line).toList()))
                .put("totals", sums(new JsonObject(), month.totals()).put("netVnd", month.totals().netVnd()));
    }

    private static JsonObject header(BookHeader header) {
        return new JsonObject()
                .put("legalName", header.legalName())
                .put("displayName", header.displayName())
                .put("taxCode", header.taxCode())
                .put("outlets", new JsonArray(header.places().stream()
                        .map(place -> new JsonObject()
                                .put("id", place.outlet().toString())
                                .put("name", place.name())
                                .put("address", place.address()))
                        .toList()));
    }

    private static JsonObject line(BookLine line) {
        return sums(new JsonObject()
                .put("entered", line.entered().toString())
                .put("business", line.business().toString())
                .put("outletId", line.outlet().map(OutletId::toString).orElse(null)), line.sums());
    }

    private static JsonObject sums(JsonObject json, BookSums sums) {
        return json.put("payments", sums.payments())
                .put("receivedVnd", sums.receivedVnd())
                .put("reversals", sums.reversals())
                .put("reversedVnd", sums.reversedVnd())
                .put("refunds", sums.refunds())
                .put("refundedVnd", sums.refundedVnd())
                .put("cashEntries", sums.cashEntries())
                .put("cashVnd", sums.cashVnd());
    }

    /** The month that {@link #of} wrote as {@code document}. */
    static BookMonth read(String document, String hash) {
        JsonObject json = new JsonObject(document);
        return new BookMonth(
                MerchantId.parse(json.getString("merchantId")).orElseThrow(),
                YearMonth.parse(json.getString("month")),
                readHeader(json.getJsonObject("header")),
                objects(json.getJsonArray("lines")).stream().map(BookDocument::readLine).toList(),
                Optional.of(new BookMonth.Closing(Instant.parse(json.getString("closedAt")), hash)));
    }

    private static BookHeader readHeader(JsonObject json) {
        return new BookHeader(json.getString("legalName"), json.getString("displayName"), json.getString("taxCode"),
                objects(json.getJsonArray("outlets")).stream()
                        .map(place -> new BookHeader.Place(OutletId.parse(place.getString("id")).orElseThrow(),
                                place.getString("name"), place.getString("address")))
                        .toList());
    }

    private static BookLine readLine(JsonObject json) {
        return new BookLine(
                LocalDate.parse(json.getString("entered")),
                LocalDate.parse(json.getString("business")),
                Optional.ofNullable(json.getString("outletId")).map(id -> OutletId.parse(id).orElseThrow()),
                new BookSums(json.getLong("payments"), json.getLong("receivedVnd"), json.getLong("reversals"),
                        json.getLong("reversedVnd"), json.getLong("refunds"), json.getLong("refundedVnd"),
                        json.getLong("cashEntries"), json.getLong("cashVnd")));
    }

    private static List<JsonObject> objects(JsonArray array) {
        return IntStream.range(0, array.size()).mapToObj(array::getJsonObject).toList();
    }
}
