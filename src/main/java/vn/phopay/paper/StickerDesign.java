package vn.phopay.paper;

import java.util.List;
import java.util.stream.IntStream;

/** Nine stickers of 64 × 94 mm on A4, three a row, edge to edge so that one cut serves two of them. */
final class StickerDesign {
    private static final int COLUMNS = 3;
    private static final int STICKER_WIDTH_UM = 64_000;
    private static final int STICKER_HEIGHT_UM = 94_000;
    private static final int FRAME_INSET_UM = 1_200;
    private static final int STROKE_UM = 800;
    private static final int MARK_UM = 3_500;
    private static final int HAIR_UM = 150;

    /** Heights of a sticker's parts, from its frame down; the last line has what is left. */
    private static final int HEAD_UM = 6_100;
    private static final int NAME_UM = 5_300;
    private static final int PLACE_UM = 2_900;
    private static final int HOLDER_UM = 4_600;
    private static final int BANK_UM = 3_100;
    private static final int COMPARE_VI_UM = 3_300;
    private static final int COMPARE_EN_UM = 2_600;
    private static final int SERIAL_UM = 2_250;

    private final Canvas canvas;
    private final PrintRun job;
    private final Area grid;

    private StickerDesign(Canvas canvas, PrintRun job) {
        this.canvas = canvas;
        this.job = job;
        int rows = job.layout().codesPerSheet() / COLUMNS;
        Area paper = canvas.paper();
        int width = COLUMNS * STICKER_WIDTH_UM;
        int height = rows * STICKER_HEIGHT_UM;
        this.grid = new Area((paper.widthUm() - width) / 2, (paper.heightUm() - height) / 2, width, height);
    }

    /** Draws {@code faces}, nine at most, onto {@code canvas}. */
    static void draw(Canvas canvas, PrintRun job, List<CodeFace> faces) {
        StickerDesign design = new StickerDesign(canvas, job);
        design.drawMargins(faces);
        IntStream.range(0, faces.size()).forEach(i -> design.drawSticker(design.cell(i), faces.get(i)));
        design.drawCutMarks();
    }

    private Area cell(int index) {
        return new Area(
                grid.leftUm() + index % COLUMNS * STICKER_WIDTH_UM,
                grid.topUm() + index / COLUMNS * STICKER_HEIGHT_UM,
                STICKER_WIDTH_UM,
                STICKER_HEIGHT_UM);
    }

    private void drawMargins(List<CodeFace> faces) {
        Mark.Type type = new Mark.Type(Face.REGULAR, 2_400, Ink.SOFT);
        String[] texts = {PaperWords.CUT_VI, PaperWords.CUT_EN, PaperWords.printed(job.imprint())};
        for (int column = 0; column < COLUMNS; column++) {
            Area margin = new Area(grid.leftUm() + column * STICKER_WIDTH_UM + 1_500, grid.bottomUm() + 600,
                    STICKER_WIDTH_UM - 3_000, 2_800);
            canvas.words(margin, texts[column], TextFit.centred(type, 1));
        }
        faces.stream().filter(face -> !job.layout().fits(face.payload())).findFirst().ifPresent(this::drawWarning);
    }

    private void drawWarning(CodeFace dense) {
        String text = PaperWords.tooDense(job.layout(), dense.payload()) + ' '
                + PaperWords.TOO_DENSE_EN;
        for (int column = 0; column < COLUMNS; column++) {
            Area margin = new Area(grid.leftUm() + column * STICKER_WIDTH_UM + 1_500, 2_000,
                    STICKER_WIDTH_UM - 3_000, grid.topUm() - 2_600);
            canvas.words(margin, text, TextFit.centred(new Mark.Type(Face.SEMIBOLD, 3_000, Ink.LACQUER), 3));
        }
    }

    private void drawSticker(Area cell, CodeFace face) {
        Area frame = cell.inset(FRAME_INSET_UM);
        canvas.fill(frame, 3_000, Ink.LACQUER);
        Area body = frame.slice(HEAD_UM, frame.heightUm() - HEAD_UM - STROKE_UM);
        canvas.fill(body.column(STROKE_UM, body.widthUm() - 2 * STROKE_UM), 2_000, Ink.WHITE);
        drawHead(frame.slice(0, HEAD_UM));
        int top = drawName(frame.column(2_200, frame.widthUm() - 4_400), face);
        Area room = frame.slice(top, job.layout().codeSideUm());
        canvas.code(room, face.payload(), job.layout());
        drawPayee(frame.column(2_200, frame.widthUm() - 4_400), top + room.heightUm(), face);
    }

    private void drawHead(Area head) {
        canvas.words(head.column(2_500, head.widthUm() - 5_000).inset(500),
                PaperWords.SCAN_VI + " · " + PaperWords.SCAN_EN,
                TextFit.centred(new Mark.Type(Face.EXTRABOLD, 4_600, Ink.WHITE), 1));
    }

    /** How far below the frame's top the name and the place end. */
    private int drawName(Area frame, CodeFace face) {
        int end = HEAD_UM + NAME_UM + PLACE_UM;
        int height = face.place().isPresent() ? NAME_UM : NAME_UM + PLACE_UM;
        canvas.words(frame.slice(HEAD_UM + 300, height - 300), face.shopName(),
                TextFit.centred(new Mark.Type(Face.EXTRABOLD, 4_800, Ink.BLACK), 2));
        face.place().ifPresent(place -> canvas.words(frame.slice(HEAD_UM + NAME_UM, PLACE_UM), place,
                TextFit.centred(new Mark.Type(Face.SEMIBOLD, 2_800, Ink.LACQUER), 1)));
        return end;
    }

    private void drawPayee(Area frame, int topUm, CodeFace face) {
        int top = topUm;
        canvas.words(frame.slice(top, HOLDER_UM - 300), face.payee().holder(),
                TextFit.centred(new Mark.Type(Face.EXTRABOLD, 4_300, Ink.BLACK), 2));
        top += HOLDER_UM;
        canvas.words(frame.slice(top, BANK_UM), PaperWords.account(face.payee()),
                TextFit.centred(new Mark.Type(Face.SEMIBOLD, 3_100, Ink.BLACK), 1));
        top += BANK_UM;
        canvas.words(frame.slice(top, COMPARE_VI_UM), PaperWords.COMPARE_VI,
                TextFit.centred(new Mark.Type(Face.EXTRABOLD, 3_000, Ink.LACQUER), 1));
        top += COMPARE_VI_UM;
        canvas.words(frame.slice(top, COMPARE_EN_UM), PaperWords.COMPARE_EN,
                TextFit.centred(new Mark.Type(Face.SEMIBOLD, 2_300, Ink.LACQUER), 1));
        top += COMPARE_EN_UM;
        Mark.Type small = new Mark.Type(Face.REGULAR, 2_000, Ink.BLACK);
        canvas.words(frame.slice(top, SERIAL_UM), face.serial() + " · " + PaperWords.printed(job.imprint()),
                TextFit.centred(small, 1));
        top += SERIAL_UM;
        Area last = frame.slice(top, frame.heightUm() - STROKE_UM - top - 100);
        TextFit fit = TextFit.centred(small, 1);
        String address = job.imprint().checkAddress();
        boolean isShort = fit.holds(last, PaperWords.CHECK + address);
        canvas.words(last, (isShort ? PaperWords.CHECK : PaperWords.CHECK_VI) + address, fit);
    }

    /** At the edges and where four stickers meet. */
    private void drawCutMarks() {
        for (int x = grid.leftUm(); x <= grid.rightUm(); x += STICKER_WIDTH_UM) {
            drawHair(new Area(x - HAIR_UM / 2, grid.topUm() - MARK_UM - 500, HAIR_UM, MARK_UM));
            drawHair(new Area(x - HAIR_UM / 2, grid.bottomUm() + 500, HAIR_UM, MARK_UM));
            for (int y = grid.topUm(); y <= grid.bottomUm(); y += STICKER_HEIGHT_UM) {
                drawHair(new Area(x - HAIR_UM / 2, y - 900, HAIR_UM, 1_800));
                drawHair(new Area(x - 900, y - HAIR_UM / 2, 1_800, HAIR_UM));
            }
        }
        for (int y = grid.topUm(); y <= grid.bottomUm(); y += STICKER_HEIGHT_UM) {
            drawHair(new Area(grid.leftUm() - MARK_UM - 500, y - HAIR_UM / 2, MARK_UM, HAIR_UM));
            drawHair(new Area(grid.rightUm() + 500, y - HAIR_UM / 2, MARK_UM, HAIR_UM));
        }
    }

    private void drawHair(Area area) {
        canvas.fill(area, 0, Ink.HAIR);
    }
}
