package vn.phopay.paper;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.phopay.qr.QrSymbol;

/** The sheets of a print job. */
final class Drawings {
    private Drawings() {}

    /** All sheets of the job in the order they are printed; copies of one sheet are the same object. */
    static List<Drawing> of(PrintRun job) {
        return sheets(job).flatMap(sheet -> Canvas.copies(sheet, job.copies())).toList();
    }

    /** The first sheet: what the others look like. */
    static Drawing first(PrintRun job) {
        return sheets(job).findFirst().orElseThrow();
    }

    private static Stream<Drawing> sheets(PrintRun job) {
        Map<String, QrSymbol> known = new HashMap<>();
        Function<String, QrSymbol> symbols = payload -> known.computeIfAbsent(payload, QrSymbol::of);
        List<CodeFace> faces = job.faces();
        if (job.layout() != PrintLayout.STICKER_SHEET) {
            return faces.stream().map(face -> {
                Canvas canvas = new Canvas(job.layout().size(), symbols);
                PageDesign.draw(canvas, job, face);
                return canvas.done();
            });
        }
        int perSheet = job.layout().codesPerSheet();
        List<CodeFace> stickers = faces.size() == 1 ? Collections.nCopies(perSheet, faces.getFirst()) : faces;
        return IntStream.range(0, Math.ceilDiv(stickers.size(), perSheet)).mapToObj(sheet -> {
            Canvas canvas = new Canvas(job.layout().size(), symbols);
            int from = sheet * perSheet;
            StickerDesign.draw(canvas, job, stickers.subList(from, Math.min(from + perSheet, stickers.size())));
            return canvas.done();
        });
    }
}
