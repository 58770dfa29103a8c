package vn.phopay.bank.standard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.phopay.bank.Dialect.Fault;
import vn.phopay.bank.Dialect.Reading;
import vn.phopay.bank.TransactionNotice;

/**
 * Reads a standard delivery as a stream of tokens: {@code {"transactions": [...]}} or one bare transaction. Unknown
 * members are skipped; amounts are read from their original token, so that no long id or amount passes through a
 * double.
 */
final class StandardReader {
    private static final String LIST_MEMBER = "transactions";
    private static final int FAULTS_MAX = 20;
    private static final JsonFactory JSON = new JsonFactory();

    private final int transactionsMax;

    StandardReader(int transactionsMax) {
        this.transactionsMax = transactionsMax;
    }

    Reading read(byte[] body) {
        List<Fault> faults = new ArrayList<>();
        List<TransactionNotice> notices = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(body)) {
            readDocument(parser, notices, faults);
        } catch (IOException e) {
            return Reading.Malformed.at("", "must be JSON in UTF-8");
        }
        if (!faults.isEmpty()) {
            return new Reading.Malformed(faults.subList(0, Math.min(faults.size(), FAULTS_MAX)));
        }
        return new Reading.Transactions(notices);
    }

    private void readDocument(JsonParser parser, List<TransactionNotice> notices, List<Fault> faults)
            throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            faults.add(new Fault("", "must be an object"));
            return;
        }
        NoticeBuilder bare = new NoticeBuilder("");
        boolean listSeen = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            if (!member.equals(LIST_MEMBER)) {
                bare.take(member, value, parser);
            } else if (listSeen) {
                faults.add(new Fault("/" + LIST_MEMBER, "must stand only once"));
                parser.skipChildren();
            } else {
                listSeen = true;
                readList(value, parser, notices, faults);
            }
        }
        if (parser.nextToken() != null) {
            faults.add(new Fault("", "must be one object and nothing after it"));
        }
        if (!listSeen) {
            bare.build(faults).ifPresent(notices::add);
        }
    }

    private void readList(JsonToken start, JsonParser parser, List<TransactionNotice> notices, List<Fault> faults)
            throws IOException {
        if (start != JsonToken.START_ARRAY) {
            parser.skipChildren();
            faults.add(new Fault("/" + LIST_MEMBER, "must be a list"));
            return;
        }
        int index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String pointer = "/" + LIST_MEMBER + "/" + index;
            if (index < transactionsMax && faults.size() < FAULTS_MAX) {
                readItem(pointer, parser, notices, faults);
            } else {
                parser.skipChildren();
            }
            index++;
        }
        if (index == 0 || index > transactionsMax) {
            faults.add(new Fault("/" + LIST_MEMBER, "must hold 1 to " + transactionsMax + " transactions"));
        }
    }

    private static void readItem(
            String pointer, JsonParser parser, List<TransactionNotice> notices, List<Fault> faults) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            faults.add(new Fault(pointer, "must be an object"));
            return;
        }
        NoticeBuilder notice = new NoticeBuilder(pointer);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            notice.take(member, parser.nextToken(), parser);
        }
        notice.build(faults).ifPresent(notices::add);
    }
}
