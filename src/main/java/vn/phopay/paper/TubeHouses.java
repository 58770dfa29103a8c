package vn.phopay.paper;

/**
 * A row of tube houses, as they stand in the old streets of Hà Nội: narrow, of uneven height, with light in some of the
 * windows. Drawn in the shade of its ground, so that it stays behind whatever stands on it.
 */
final class TubeHouses {
    /** Width, height (in thousandths of the row's height), roof, and which of the windows have light. */
    private record House(int width, int height, Roof roof, int lights) {}

    private enum Roof { GABLE, FLAT, STEP }

    private static final House[] ROW = {
        new House(360, 640, Roof.GABLE, 0b0110), new House(300, 920, Roof.STEP, 0b1001),
        new House(380, 520, Roof.FLAT, 0b0001), new House(320, 780, Roof.GABLE, 0b1010),
        new House(360, 580, Roof.STEP, 0b0100), new House(300, 1000, Roof.GABLE, 0b0101),
    };
    private static final int UNITS = 1000;
    private static final int ROOF = 180;
    private static final int WINDOW_ROWS = 2;

    private TubeHouses() {}

    /** Fills {@code ground} with houses that stand on its bottom. */
    static void draw(Canvas canvas, Area ground) {
        int left = ground.leftUm();
        for (int i = 0; ; i++) {
            House house = ROW[i % ROW.length];
            int width = house.width() * ground.heightUm() / UNITS;
            if (left + width > ground.rightUm()) {
                return;
            }
            int height = house.height() * ground.heightUm() / UNITS;
            draw(canvas, house, new Area(left, ground.bottomUm() - height, width, height));
            left += width;
        }
    }

    private static void draw(Canvas canvas, House house, Area walls) {
        int roof = ROOF * walls.widthUm() * 2 / UNITS;
        int gap = walls.widthUm() / 14;
        int left = walls.leftUm() + gap;
        int right = walls.rightUm() - gap;
        int middle = (left + right) / 2;
        int eaves = walls.topUm() + roof;
        int third = (right - left) / 4;
        switch (house.roof()) {
            case GABLE -> canvas.polygon(Ink.LACQUER_DARK,
                    left, walls.bottomUm(), left, eaves, middle, walls.topUm(), right, eaves, right, walls.bottomUm());
            case FLAT -> canvas.polygon(Ink.LACQUER_DARK,
                    left, walls.bottomUm(), left, eaves, right, eaves, right, walls.bottomUm());
            case STEP -> canvas.polygon(Ink.LACQUER_DARK,
                    left, walls.bottomUm(), left, eaves, left + third, eaves, left + third, walls.topUm(),
                    right - third, walls.topUm(), right - third, eaves, right, eaves, right, walls.bottomUm());
        }
        drawWindows(canvas, house, new Area(left, eaves, right - left, walls.bottomUm() - eaves));
    }

    private static void drawWindows(Canvas canvas, House house, Area walls) {
        int width = walls.widthUm() / 5;
        int height = Math.min(width * 3 / 2, walls.heightUm() / (WINDOW_ROWS + 2));
        for (int i = 0; i < 2 * WINDOW_ROWS; i++) {
            if ((house.lights() >> i & 1) == 1) {
                int x = walls.leftUm() + width + i % 2 * 2 * width;
                int y = walls.topUm() + height + i / 2 * 2 * height;
                canvas.fill(new Area(x, y, width, height), 0, Ink.GOLD);
            }
        }
    }
}
