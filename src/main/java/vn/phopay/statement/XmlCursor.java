package vn.phopay.statement;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks an XML document by local names, hardened: no document type, hence no entities and nothing external; bounded
 * depth, texts, number of different names, and bytes without progress ({@link GuardedInput}).
 *
 * <p>The JDK's own parser (StAX) does: it streams, what it holds is bounded by the budget below it, and it is
 * maintained with the JDK. A further parser would add nothing that these limits do not give.
 */
final class XmlCursor {
    /** ISO 20022 statements are about 15 deep. */
    static final int DEPTH_MAX = 64;
    /** The longest text that ISO 20022 has in a statement is 500 characters. */
    static final int TEXT_LENGTH_MAX = 10_000;
    /** All versions of both messages together have about 700 names. */
    static final int NAMES_MAX = 2_000;

    private final GuardedInput in;
    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();
    private int depth;

    /** Told of an element without child elements below the one that is walked. */
    @FunctionalInterface
    interface Leaf {
        /** {@code path} is relative, such as {@code Refs/TxId}, and empty for the walked element itself. */
        void take(String path, @Nullable String currency, String text) throws StatementUnreadableException;
    }

    XmlCursor(InputStream file) throws StatementUnreadableException {
        this.in = new GuardedInput(file);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        // These bound declared entities, which are refused whole, but count &amp; too: 100,000 of them in a file of a
        // million lines are nothing strange.
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.entityExpansionLimit", "0");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing external is read");
        });
        try {
            this.xml = factory.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            throw fault(e, "line 1");
        }
    }

    /** Moves to the next start or end of an element; false at the end of the document. */
    boolean next() throws StatementUnreadableException {
        while (true) {
            int event = advance();
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
        }
    }

    /** Whether the cursor stands on the start of an element, else on an end. */
    boolean isStart() {
        return xml.isStartElement();
    }

    /** The local name of the element the cursor stands on. */
    String name() {
        return xml.getLocalName();
    }

    /** How many elements are open, the one that starts here among them. */
    int depth() {
        return depth;
    }

    /** Something of the statement was understood. */
    void progress() {
        in.progress();
    }

    /** Reads the element that starts here to its end, leaf by leaf. */
    void walk(Leaf leaf) throws StatementUnreadableException {
        StringBuilder path = new StringBuilder();
        Deque<Integer> lengths = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        String currency = currency();
        boolean childless = true;
        while (true) {
            switch (advance()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    lengths.push(path.length());
                    path.append(path.isEmpty() ? "" : "/").append(name());
                    text.setLength(0);
                    currency = currency();
                    childless = true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (childless) {
                        leaf.take(path.toString(), currency, text.toString().strip());
                    }
                    if (lengths.isEmpty()) {
                        return;
                    }
                    path.setLength(lengths.pop());
                    childless = false;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(text, childless);
                default -> { }
            }
        }
    }

    /** Passes over the element that starts here. */
    void skip() throws StatementUnreadableException {
        int outside = depth - 1;
        while (depth > outside) {
            advance();
        }
    }

    /** The fault that the document is wrong here by {@code detail}. */
    StatementUnreadableException fault(String detail) {
        return new StatementUnreadableException(place(), detail);
    }

    void close() {
        try {
            xml.close();
            in.close();
        } catch (XMLStreamException | java.io.IOException e) {
            throw new IllegalStateException("a file that was read cannot fail to close", e);
        }
    }

    private int advance() throws StatementUnreadableException {
        try {
            int event = xml.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> enter();
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD -> throw fault("a document type (DOCTYPE) is not taken");
                case XMLStreamConstants.ENTITY_REFERENCE -> throw fault("entities are not taken");
                default -> { }
            }
            return event;
        } catch (XMLStreamException e) {
            throw fault(e, place());
        }
    }

    private void enter() throws StatementUnreadableException {
        depth++;
        if (depth > DEPTH_MAX) {
            throw fault("elements are nested more than " + DEPTH_MAX + " deep");
        }
        know(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            know(xml.getAttributeLocalName(i));
        }
    }

    /** A parser keeps every name it has seen; made-up names must not fill the memory. */
    private void know(String name) throws StatementUnreadableException {
        if (names.add(name) && names.size() > NAMES_MAX) {
            throw fault("more than " + NAMES_MAX + " different names are none of ISO 20022");
        }
    }

    private void append(StringBuilder text, boolean childless) throws StatementUnreadableException {
        if (!childless) {
            return;
        }
        if (text.length() + xml.getTextLength() > TEXT_LENGTH_MAX) {
            throw fault("a text is longer than " + TEXT_LENGTH_MAX + " characters");
        }
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    private @Nullable String currency() {
        return xml.getAttributeValue(null, "Ccy");
    }

    private String place() {
        return "line " + xml.getLocation().getLineNumber() + ", column " + xml.getLocation().getColumnNumber();
    }

    private StatementUnreadableException fault(XMLStreamException thrown, String place) {
        if (in.exceeded()) {
            return new StatementUnreadableException(
                    place, "more than " + GuardedInput.BYTES_MAX + " bytes hold nothing of a statement");
        }
        return new StatementUnreadableException(place, "is not well-formed XML");
    }
}
