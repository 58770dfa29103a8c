package vn.phopay.qr;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a range of a payload as a sequence of data objects. An ID may not repeat, so a sequence ends after at most 100
 * objects and reading is linear in the text.
 */
final class TlvReader {
    /** The objects of the range, or the first fault; with a fault, the objects read before it. */
    record Sequence(List<DataObject> objects, @Nullable QrFault fault) {
        @Nullable DataObject find(String id) {
            for (DataObject object : objects) {
                if (object.id().equals(id)) {
                    return object;
                }
            }
            return null;
        }
    }

    private TlvReader() {
    }

    /** Reads {@code text[from, to)}; {@code where} names the range in a fault's detail. */
    static Sequence read(PayloadText text, int from, int to, String where) {
        List<DataObject> objects = new ArrayList<>();
        boolean[] seen = new boolean[100];
        int start = from;
        while (start < to) {
            QrFault fault = headerFault(text, start, to, where);
            if (fault != null) {
                return new Sequence(objects, fault);
            }
            int id = text.twoDigits(start);
            int end = start + DataObject.HEADER_LENGTH + text.twoDigits(start + 2);
            if (seen[id]) {
                return new Sequence(objects,
                    tlvFault(start, "object " + text.slice(start, start + 2) + " repeats in " + where));
            }
            seen[id] = true;
            objects.add(new DataObject(text.slice(start, start + 2), start, end,
                text.slice(start + DataObject.HEADER_LENGTH, end)));
            start = end;
        }
        return new Sequence(objects, null);
    }

    private static @Nullable QrFault headerFault(PayloadText text, int start, int to, String where) {
        int headerEnd = Math.min(start + DataObject.HEADER_LENGTH, to);
        for (int index = start; index < headerEnd; index++) {
            if (!text.isDigit(index)) {
                return tlvFault(index, "an object header in " + where + " is not four digits");
            }
        }
        if (headerEnd < start + DataObject.HEADER_LENGTH) {
            return tlvFault(start, where + " does not end with a whole object");
        }
        int length = text.twoDigits(start + 2);
        String name = "object " + text.slice(start, start + 2) + " in " + where;
        if (length == 0) {
            return tlvFault(start, name + " has length 00, lengths are 01 to 99");
        }
        if (headerEnd + length > to) {
            return tlvFault(start, name + " is cut short: length " + length + ", " + (to - headerEnd) + " left");
        }
        return null;
    }

    static QrFault tlvFault(int index, String detail) {
        return new QrFault(QrFault.Code.BAD_TLV, index + 1, detail);
    }
}
