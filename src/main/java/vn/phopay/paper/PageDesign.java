package vn.phopay.paper;


/**
 * One code on one sheet, as a sign to hang up: a lacquered frame with houses in its head, the shop's name, the code,
 * and below it whom the payer's app will name. Poster, stand and card differ in how the height is shared out.
 */
final class PageDesign {
    /**
     * How the height inside the frame is shared out, in thousandths; the foot has what is left. The code's share says
     * where it stands; its side is the layout's.
     */
    private record Shares(int head, int name, int place, int code, int holder, int bank, int advice, int steps) {}

    private static final int UNITS = 1000;
    private static final Shares POSTER = new Shares(160, 92, 40, 434, 66, 36, 72, 54);
    private static final Shares STAND = new Shares(150, 92, 44, 450, 72, 40, 88, 0);
    private static final Shares CARD = new Shares(122, 86, 44, 490, 72, 40, 80, 0);

    private final Canvas canvas;
    private final PrintLayout layout;
    private final Shares shares;
    private final Area frame;
    private int topUm;

    private PageDesign(Canvas canvas, PrintLayout layout) {
        this.canvas = canvas;
        this.layout = layout;
        this.shares = switch (layout) {
            case A4_POSTER -> POSTER;
            case A5_STAND -> STAND;
            case A6_CARD -> CARD;
            case STICKER_SHEET -> throw new IllegalArgumentException("stickers have a design of their own");
        };
        this.frame = canvas.paper().inset(canvas.paper().widthUm() * 43 / UNITS);
    }

    /** Draws {@code face} onto {@code canvas}. */
    static void draw(Canvas canvas, PrintRun job, CodeFace face) {
        PageDesign design = new PageDesign(canvas, job.layout());
        design.drawFrame();
        design.drawHead();
        design.drawName(face);
        design.drawCode(face);
        design.drawPayee(face);
        design.drawAdvice();
        design.drawSteps();
        design.drawFoot(face, job.imprint());
    }

    private void drawFrame() {
        int stroke = unit(11);
        int head = share(shares.head());
        canvas.fill(frame, unit(38), Ink.LACQUER);
        Area body = frame.slice(head, frame.heightUm() - head - stroke);
        canvas.fill(body.column(stroke, body.widthUm() - 2 * stroke), unit(28), Ink.WHITE);
    }

    /** Houses to the left and to the right, words between and above them. */
    private void drawHead() {
        Area head = take(shares.head());
        Area ground = head.slice(head.heightUm() * 560 / UNITS, head.heightUm() * 440 / UNITS);
        int side = unit(300);
        TubeHouses.draw(canvas, ground.column(unit(36), side));
        TubeHouses.draw(canvas, ground.column(ground.widthUm() - side - unit(36), side));
        Area words = head.column(unit(50), head.widthUm() - 2 * unit(50));
        canvas.words(words.slice(head.heightUm() * 100 / UNITS, head.heightUm() * 440 / UNITS), PaperWords.SCAN_VI,
                TextFit.centred(new Mark.Type(Face.EXTRABOLD, unit(88), Ink.WHITE), 1));
        canvas.words(head.slice(head.heightUm() * 620 / UNITS, head.heightUm() * 250 / UNITS)
                        .column(side + unit(40), head.widthUm() - 2 * (side + unit(40))), PaperWords.SCAN_EN,
                TextFit.centred(new Mark.Type(Face.SEMIBOLD, unit(42), Ink.GOLD), 1));
    }

    /** Without a place, the name has its room too. */
    private void drawName(CodeFace face) {
        TextFit name = TextFit.centred(new Mark.Type(Face.EXTRABOLD, unit(78), Ink.BLACK), 3);
        if (face.place().isEmpty()) {
            canvas.words(inner(take(shares.name() + shares.place())).inset(unit(6)), face.shopName(), name);
            return;
        }
        Area room = inner(take(shares.name()));
        canvas.words(room.slice(unit(12), room.heightUm() - unit(14)), face.shopName(), name);
        Area place = inner(take(shares.place()));
        canvas.words(place.slice(unit(2), place.heightUm() - unit(10)), face.place().get(),
                TextFit.centred(new Mark.Type(Face.SEMIBOLD, unit(36), Ink.LACQUER), 2));
    }

    private void drawCode(CodeFace face) {
        Area room = take(shares.code());
        Area code = room.square(layout.codeSideUm());
        drawCorners(code, (room.heightUm() - code.heightUm()) / 2);
        canvas.code(code, face.payload(), layout);
    }

    /** Around the quiet zone, never in it. */
    private void drawCorners(Area code, int strokeUm) {
        Area outer = code.inset(-strokeUm);
        int arm = code.widthUm() / 8;
        for (int corner = 0; corner < 4; corner++) {
            boolean right = corner % 2 == 1;
            boolean low = corner > 1;
            int left = right ? outer.rightUm() - arm : outer.leftUm();
            int top = low ? outer.bottomUm() - arm : outer.topUm();
            canvas.fill(new Area(left, low ? outer.bottomUm() - strokeUm : top, arm, strokeUm), 0, Ink.LACQUER);
            canvas.fill(new Area(right ? outer.rightUm() - strokeUm : left, top, strokeUm, arm), 0, Ink.LACQUER);
        }
    }

    private void drawPayee(CodeFace face) {
        Area holder = inner(take(shares.holder()));
        int caption = unit(24);
        int gap = unit(8);
        canvas.words(holder.slice(gap, caption), PaperWords.PAYEE,
                TextFit.centred(new Mark.Type(Face.REGULAR, unit(21), Ink.SOFT), 1));
        canvas.words(holder.slice(gap + caption, holder.heightUm() - gap - caption), face.payee().holder(),
                TextFit.centred(new Mark.Type(Face.EXTRABOLD, unit(54), Ink.BLACK), 2));
        canvas.words(inner(take(shares.bank())), PaperWords.account(face.payee()),
                TextFit.centred(new Mark.Type(Face.SEMIBOLD, unit(38), Ink.BLACK), 1));
    }

    private void drawAdvice() {
        Area advice = take(shares.advice());
        Area box = advice.column(unit(44), advice.widthUm() - 2 * unit(44)).inset(unit(6));
        canvas.fill(box, unit(16), Ink.CREAM);
        Area words = box.inset(unit(9));
        canvas.words(words.slice(0, words.heightUm() * 580 / UNITS), PaperWords.COMPARE_VI,
                TextFit.centred(new Mark.Type(Face.EXTRABOLD, unit(44), Ink.LACQUER), 1));
        canvas.words(words.slice(words.heightUm() * 600 / UNITS, words.heightUm() * 400 / UNITS),
                PaperWords.COMPARE_EN, TextFit.centred(new Mark.Type(Face.SEMIBOLD, unit(28), Ink.BLACK), 1));
    }

    private void drawSteps() {
        if (shares.steps() == 0) {
            return;
        }
        Area steps = inner(take(shares.steps()));
        int width = steps.widthUm() / PaperWords.STEPS.length;
        for (int i = 0; i < PaperWords.STEPS.length; i++) {
            drawStep(steps.column(i * width, width), i);
        }
    }

    private void drawStep(Area step, int index) {
        int disc = unit(36);
        Area number = step.column(0, disc).square(disc);
        canvas.fill(number, disc / 2, Ink.LACQUER);
        canvas.words(number.inset(unit(4)), Integer.toString(index + 1),
                TextFit.centred(new Mark.Type(Face.EXTRABOLD, unit(25), Ink.WHITE), 1));
        Area words = step.column(disc + unit(9), step.widthUm() - disc - unit(16));
        int half = words.heightUm() / 2;
        canvas.words(words.slice(half - unit(25), unit(25)), PaperWords.STEPS[index][0],
                TextFit.left(new Mark.Type(Face.SEMIBOLD, unit(18), Ink.BLACK), 1));
        canvas.words(words.slice(half, unit(22)), PaperWords.STEPS[index][1],
                TextFit.left(new Mark.Type(Face.REGULAR, unit(16), Ink.SOFT), 1));
    }

    private void drawFoot(CodeFace face, PrintRun.Imprint imprint) {
        Area foot = inner(new Area(frame.leftUm(), topUm, frame.widthUm(), frame.bottomUm() - unit(19) - topUm));
        int line = foot.heightUm() / 2;
        canvas.words(foot.slice(0, line), PaperWords.CHECK + imprint.checkAddress(),
                TextFit.centred(new Mark.Type(Face.SEMIBOLD, unit(25), Ink.BLACK), 1));
        canvas.words(foot.slice(line, line), PaperWords.serial(face, imprint),
                TextFit.centred(new Mark.Type(Face.REGULAR, unit(21), Ink.BLACK), 1));
        if (!layout.fits(face.payload())) {
            drawWarning(PaperWords.tooDense(layout, face.payload()));
        }
    }

    /** Outside the frame, Vietnamese below and English above. */
    private void drawWarning(String text) {
        int gap = frame.topUm() / 10;
        int height = frame.topUm() * 9 / 20;
        TextFit fit = TextFit.centred(new Mark.Type(Face.SEMIBOLD, unit(20), Ink.LACQUER), 1);
        canvas.words(new Area(frame.leftUm(), frame.bottomUm() + gap, frame.widthUm(), height), text, fit);
        canvas.words(new Area(frame.leftUm(), frame.topUm() - gap - height, frame.widthUm(), height),
                PaperWords.TOO_DENSE_EN, fit);
    }

    private Area take(int share) {
        Area taken = frame.slice(topUm == 0 ? 0 : topUm - frame.topUm(), share(share));
        topUm = taken.bottomUm();
        return taken;
    }

    private Area inner(Area area) {
        int margin = unit(40);
        return area.column(margin, area.widthUm() - 2 * margin);
    }

    private int share(int thousandths) {
        return frame.heightUm() * thousandths / UNITS;
    }

    /** A thousandth of the frame's width times {@code thousandths}: what scales with the paper. */
    private int unit(int thousandths) {
        return frame.widthUm() * thousandths / UNITS;
    }
}
