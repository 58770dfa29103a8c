package vn.phopay.simulator.day;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import vn.phopay.simulator.day.Book.Line;
import vn.phopay.simulator.sender.Movement;
import vn.phopay.time.BusinessDay;

/**
 * Writes ISO 20022 statements (camt.053) and notices (camt.054) as a stream, in the versions in which banks differ:
 * status and payer stand elsewhere from version 08 on.
 */
final class CamtWriter implements AutoCloseable {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.%s.001.%02d";
    private static final DateTimeFormatter OFFSET =
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final int NEW_FORM_FROM = 8;
    private static final int MEMO_LENGTH_MAX = 140;

    private final Writer file;
    private final XMLStreamWriter xml;
    private final boolean notice;
    private final boolean newForm;
    private final LocalDate day;

    private CamtWriter(Writer file, XMLStreamWriter xml, Form form) {
        this.file = file;
        this.xml = xml;
        this.notice = form.notice;
        this.newForm = form.version >= NEW_FORM_FROM;
        this.day = form.day;
    }

    /**
     * What kind of file.
     *
     * @param notice camt.054, and not camt.053
     * @param version 2 to 13
     * @param day whose movements
     * @param name of the message
     */
    record Form(boolean notice, int version, LocalDate day, String name) {}

    /** What a statement says of itself. */
    record Head(String id, long sequence, String account, long openingVnd) {}

    /** Begins a file. */
    static CamtWriter begin(Path path, Form form) throws IOException, XMLStreamException {
        BufferedWriter file = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(file);
        CamtWriter writer = new CamtWriter(file, xml, form);
        String kind = form.notice ? "054" : "053";
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("Document");
        xml.writeDefaultNamespace(String.format(NAMESPACE, kind, form.version));
        xml.writeStartElement(form.notice ? "BkToCstmrDbtCdtNtfctn" : "BkToCstmrStmt");
        xml.writeStartElement("GrpHdr");
        writer.text("MsgId", form.name);
        writer.text("CreDtTm", OFFSET.format(BusinessDay.startOf(form.day.plusDays(1))));
        xml.writeEndElement();
        return writer;
    }

    /** Writes one account's lines and gives its closing balance. */
    long write(Head head, List<Line> lines) throws XMLStreamException {
        long closingVnd = head.openingVnd() + lines.stream().mapToLong(Line::signedVnd).sum();
        xml.writeStartElement(notice ? "Ntfctn" : "Stmt");
        text("Id", head.id());
        if (!notice) {
            text("ElctrncSeqNb", Long.toString(head.sequence()));
        }
        period();
        account(head.account());
        if (!notice) {
            balance("OPBD", head.openingVnd());
            balance("CLBD", closingVnd);
        }
        for (int i = 0; i < lines.size(); i++) {
            int last = lastOfBatch(lines, i);
            entry(lines.subList(i, last + 1));
            i = last;
        }
        xml.writeEndElement();
        return closingVnd;
    }

    /** A batched line takes along the plain credit behind it. */
    private static int lastOfBatch(List<Line> lines, int first) {
        boolean next = first + 1 < lines.size() && lines.get(first).batched() && !lines.get(first + 1).doubled()
                && lines.get(first).movement().isCredit() && lines.get(first + 1).movement().isCredit();
        return next ? first + 1 : first;
    }

    private void entry(List<Line> lines) throws XMLStreamException {
        Line first = lines.getFirst();
        for (int copy = 0; copy < (first.doubled() ? 2 : 1); copy++) {
            xml.writeStartElement("Ntry");
            // A booking of several has a reference of its own.
            text("NtryRef", (lines.size() == 1 ? "" : "BT") + first.movement().trace());
            amount(lines.stream().mapToLong(Line::amountVnd).sum());
            text("CdtDbtInd", first.movement().isCredit() ? "CRDT" : "DBIT");
            text("RvslInd", Boolean.toString(!first.movement().isCredit()));
            status();
            date("BookgDt", first.movement());
            date("ValDt", first.movement());
            if (lines.size() == 1) {
                text("AcctSvcrRef", first.movement().trace());
            }
            xml.writeStartElement("NtryDtls");
            for (Line line : lines) {
                transaction(line);
            }
            xml.writeEndElement();
            xml.writeEndElement();
        }
    }

    private void transaction(Line line) throws XMLStreamException {
        Movement movement = line.movement();
        xml.writeStartElement("TxDtls");
        xml.writeStartElement("Refs");
        text("AcctSvcrRef", movement.trace());
        text("EndToEndId", "NOTPROVIDED");
        xml.writeEndElement();
        amount(line.amountVnd());
        text("CdtDbtInd", movement.isCredit() ? "CRDT" : "DBIT");
        payer(movement.payer());
        memo(movement.memo());
        xml.writeEndElement();
    }

    private void payer(Movement.Payer payer) throws XMLStreamException {
        xml.writeStartElement("RltdPties");
        xml.writeStartElement("Dbtr");
        if (newForm) {
            xml.writeStartElement("Pty");
        }
        text("Nm", payer.name());
        if (newForm) {
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeStartElement("DbtrAcct");
        other(payer.account());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void memo(String memo) throws XMLStreamException {
        if (!memo.isEmpty()) {
            xml.writeStartElement("RmtInf");
            for (int from = 0; from < memo.length(); from += MEMO_LENGTH_MAX) {
                text("Ustrd", memo.substring(from, Math.min(memo.length(), from + MEMO_LENGTH_MAX)));
            }
            xml.writeEndElement();
        }
    }

    private void status() throws XMLStreamException {
        if (newForm) {
            xml.writeStartElement("Sts");
            text("Cd", "BOOK");
            xml.writeEndElement();
        } else {
            text("Sts", "BOOK");
        }
    }

    private void period() throws XMLStreamException {
        xml.writeStartElement("FrToDt");
        text("FrDtTm", OFFSET.format(BusinessDay.startOf(day)));
        text("ToDtTm", OFFSET.format(BusinessDay.startOf(day.plusDays(1)).minusSeconds(1)));
        xml.writeEndElement();
    }

    private void account(String number) throws XMLStreamException {
        xml.writeStartElement("Acct");
        other(number);
        text("Ccy", "VND");
        xml.writeEndElement();
    }

    private void other(String number) throws XMLStreamException {
        xml.writeStartElement("Id");
        xml.writeStartElement("Othr");
        text("Id", number);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void balance(String code, long signedVnd) throws XMLStreamException {
        xml.writeStartElement("Bal");
        xml.writeStartElement("Tp");
        xml.writeStartElement("CdOrPrtry");
        text("Cd", code);
        xml.writeEndElement();
        xml.writeEndElement();
        amount(Math.abs(signedVnd));
        text("CdtDbtInd", signedVnd < 0 ? "DBIT" : "CRDT");
        xml.writeStartElement("Dt");
        text("Dt", day.toString());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void amount(long amountVnd) throws XMLStreamException {
        xml.writeStartElement("Amt");
        xml.writeAttribute("Ccy", "VND");
        xml.writeCharacters(Long.toString(amountVnd));
        xml.writeEndElement();
    }

    /** Booked on the statement's day, whenever the payer paid. */
    private void date(String name, Movement movement) throws XMLStreamException {
        boolean sameDay = BusinessDay.of(movement.bookedAt()).equals(day);
        xml.writeStartElement(name);
        text(sameDay ? "DtTm" : "Dt", sameDay ? OFFSET.format(movement.bookedAt()) : day.toString());
        xml.writeEndElement();
    }

    private void text(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    @Override
    public void close() throws XMLStreamException, IOException {
        xml.writeEndDocument();
        xml.close();
        file.close();
    }
}
