package vn.phopay.qr;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A payload taken apart: checksum checked, root objects and template members by path. Says nothing yet about whether
 * the values are right (see {@link ContentRules}).
 */
final class QrStructure {
    static final String NAPAS_GUID = "A000000727";
    static final String BENEFICIARY_PATH = "38.01";
    private static final String CRC_HEADER = "6304";
    private static final int CRC_OBJECT_LENGTH = 8;
    private static final int FIRST_GUID_TEMPLATE = 26;
    private static final int LAST_GUID_TEMPLATE = 51;
    private static final int FIRST_UNRESERVED = 80;

    private final PayloadText text;
    private final Map<String, DataObject> pathToObject = new LinkedHashMap<>();
    private List<DataObject> roots = List.of();
    private @Nullable QrFault fault;

    private QrStructure(PayloadText text) {
        this.text = text;
    }

    /** Takes the text apart; never throws. Order of checks: Unicode, CRC, root objects, templates. */
    static QrStructure read(CharSequence payload) {
        QrStructure structure = new QrStructure(new PayloadText(payload));
        structure.fault = structure.readAll();
        return structure;
    }

    private @Nullable QrFault readAll() {
        int loneSurrogate = text.firstLoneSurrogate();
        if (loneSurrogate >= 0) {
            return TlvReader.tlvFault(loneSurrogate, "half a surrogate pair is no character");
        }
        if (text.length() == 0) {
            return TlvReader.tlvFault(0, "the payload is empty");
        }
        QrFault crcFault = crcFault();
        if (crcFault != null) {
            return crcFault;
        }
        TlvReader.Sequence root = TlvReader.read(text, 0, text.length(), "the payload");
        if (root.fault() != null) {
            return root.fault();
        }
        roots = root.objects();
        return readTemplates();
    }

    /** A payload without 6304 at its end has no checksum to compare: that is a fault of its objects, found later. */
    private @Nullable QrFault crcFault() {
        int crcStart = text.length() - CRC_OBJECT_LENGTH;
        if (!text.startsWithAt(crcStart, CRC_HEADER)) {
            return null;
        }
        int valueStart = crcStart + CRC_HEADER.length();
        String computed = Crc16.hex(text.crc(valueStart));
        if (asciiUpperCase(text.slice(valueStart, text.length())).equals(computed)) {
            return null;
        }
        return new QrFault(QrFault.Code.BAD_CRC, valueStart + 1, "the checksum of this text is " + computed);
    }

    /** Only a to z: other letters' upper case must not turn into a hex digit. */
    private static String asciiUpperCase(String value) {
        return value.chars().mapToObj(c -> String.valueOf((char) (c >= 'a' && c <= 'z' ? c - 32 : c)))
            .collect(Collectors.joining());
    }

    private @Nullable QrFault readTemplates() {
        QrFault first = null;
        for (DataObject object : roots) {
            pathToObject.put(object.id(), object);
            QrFault found = switch (object.id()) {
                case "38" -> readBeneficiaryTemplate(object);
                case "62", "64" -> readStrictly(object.id(), object);
                default -> {
                    readIfTemplate(object);
                    yield null;
                }
            };
            first = first == null ? found : first;
        }
        return first;
    }

    /** 38 must end exactly; its member 01 only where the GUID says NAPAS: another scheme's 01 may be a bare value. */
    private @Nullable QrFault readBeneficiaryTemplate(DataObject object) {
        QrFault found = readStrictly(object.id(), object);
        DataObject guid = find("38.00");
        DataObject beneficiary = find(BENEFICIARY_PATH);
        if (found != null || guid == null || beneficiary == null || !guid.value().equals(NAPAS_GUID)) {
            return found;
        }
        return readStrictly(BENEFICIARY_PATH, beneficiary);
    }

    private @Nullable QrFault readStrictly(String path, DataObject template) {
        TlvReader.Sequence members = TlvReader.read(text, template.valueStart(), template.end(), "template " + path);
        putMembers(path, members);
        return members.fault();
    }

    /**
     * Other parties' templates are opened where they parse and start with a GUID; deployed wallets put bare values
     * there.
     */
    private void readIfTemplate(DataObject object) {
        int number = object.number();
        boolean mayBeTemplate = number >= FIRST_UNRESERVED
            || number >= FIRST_GUID_TEMPLATE && number <= LAST_GUID_TEMPLATE;
        if (!mayBeTemplate) {
            return;
        }
        TlvReader.Sequence members = members(object);
        if (members.fault() == null && members.objects().getFirst().id().equals("00")) {
            putMembers(object.id(), members);
        }
    }

    private void putMembers(String path, TlvReader.Sequence members) {
        members.objects().forEach(member -> pathToObject.put(path + "." + member.id(), member));
    }

    /** The members of a root object read as a template, whatever it is. */
    TlvReader.Sequence members(DataObject object) {
        return TlvReader.read(text, object.valueStart(), object.end(), "template " + object.id());
    }

    @Nullable QrFault fault() {
        return fault;
    }

    PayloadText text() {
        return text;
    }

    /** The root objects in payload order. */
    List<DataObject> roots() {
        return roots;
    }

    @Nullable DataObject find(String path) {
        return pathToObject.get(path);
    }

    @Nullable String value(String path) {
        DataObject object = find(path);
        return object == null ? null : object.value();
    }

    Map<String, DataObject> pathToObject() {
        return pathToObject;
    }

    /** Whether this is NAPAS VietQR: the GUID says so, not the tag number. */
    boolean hasNapasGuid() {
        return NAPAS_GUID.equals(value("38.00"));
    }

    /** Whether it belongs to somebody else: 38 carries another GUID, or there is no 38 but another merchant account. */
    boolean isOtherScheme() {
        if (find("38") != null) {
            return find("38.00") != null && !hasNapasGuid();
        }
        return roots.stream().mapToInt(DataObject::number)
            .anyMatch(number -> number >= 2 && number <= LAST_GUID_TEMPLATE);
    }

    /** The values of everything that holds no members, by path, in payload order. */
    Map<String, String> leafValues() {
        Map<String, String> values = new LinkedHashMap<>();
        pathToObject.entrySet().stream()
            .filter(entry -> !pathToObject.containsKey(entry.getKey() + ".00") && !isTemplatePath(entry.getKey()))
            .sorted(Comparator.comparingInt(entry -> entry.getValue().start()))
            .forEach(entry -> values.put(entry.getKey(), entry.getValue().value()));
        return values;
    }

    private boolean isTemplatePath(String path) {
        return path.equals("38") || path.equals("62") || path.equals("64");
    }
}
