package vn.phopay.paper;

import java.awt.image.BufferedImage;
import java.util.Random;

/** What a phone sees of a printed code: grey pictures, 0 black to 255 white, worn and taken badly in known measure. */
final class Photograph {
    private final int width;
    private final int height;
    private final double[] grey;

    private Photograph(int width, int height, double[] grey) {
        this.width = width;
        this.height = height;
        this.grey = grey;
    }

    static Photograph of(BufferedImage image) {
        double[] grey = new double[image.getWidth() * image.getHeight()];
        for (int i = 0; i < grey.length; i++) {
            int rgb = image.getRGB(i % image.getWidth(), i / image.getWidth());
            grey[i] = 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
        }
        return new Photograph(image.getWidth(), image.getHeight(), grey);
    }

    /** Gaussian, standard deviation in pixels. */
    Photograph blurred(double sigmaPx) {
        int radius = (int) Math.ceil(3 * sigmaPx);
        double[] kernel = new double[2 * radius + 1];
        double sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = Math.exp(-(i - radius) * (i - radius) / (2 * sigmaPx * sigmaPx));
            sum += kernel[i];
        }
        return convolved(kernel, sum, 1, 0).convolved(kernel, sum, 0, 1);
    }

    private Photograph convolved(double[] kernel, double sum, int stepX, int stepY) {
        double[] result = new double[grey.length];
        int radius = kernel.length / 2;
        for (int i = 0; i < result.length; i++) {
            double value = 0;
            for (int k = 0; k < kernel.length; k++) {
                value += kernel[k] * at(i % width + (k - radius) * stepX, i / width + (k - radius) * stepY);
            }
            result[i] = value / sum;
        }
        return new Photograph(width, height, result);
    }

    /**
     * The paper leans back by {@code leanDegrees} and is turned by {@code turnDegrees}, seen from three times its own
     * width away (a sticker: 17 cm); around it lies a grey table.
     */
    Photograph tilted(double leanDegrees, double turnDegrees) {
        double lean = Math.toRadians(leanDegrees);
        double turn = Math.toRadians(turnDegrees);
        double distance = 3.0 * width;
        int side = (int) (Math.max(width, height) * 1.25);
        double[] result = new double[side * side];
        for (int i = 0; i < result.length; i++) {
            double seenX = i % side - side / 2.0;
            double seenY = i / side - side / 2.0;
            double y = seenY * distance / (distance * Math.cos(lean) - seenY * Math.sin(lean));
            double x = seenX * (distance + y * Math.sin(lean)) / distance;
            double paperX = x * Math.cos(turn) + y * Math.sin(turn) + width / 2.0;
            double paperY = -x * Math.sin(turn) + y * Math.cos(turn) + height / 2.0;
            boolean onPaper = paperX >= 0 && paperY >= 0 && paperX < width - 1 && paperY < height - 1;
            result[i] = onPaper ? between(paperX, paperY) : 120;
        }
        return new Photograph(side, side, result);
    }

    private double between(double x, double y) {
        int left = (int) x;
        int top = (int) y;
        double right = x - left;
        double low = y - top;
        return (at(left, top) * (1 - right) + at(left + 1, top) * right) * (1 - low)
                + (at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right) * low;
    }

    /**
     * White falls to 90, black rises to 30, one corner is darker by a third; noise with a standard deviation of 10 that
     * the camera then smooths by 0.8 pixels, as cameras do.
     */
    Photograph dim(Random random) {
        double[] result = new double[grey.length];
        for (int i = 0; i < result.length; i++) {
            double falling = 1 - (i % width / (double) width + i / width / (double) height) / 6;
            result[i] = (30 + grey[i] / 255 * 60) * falling + 10 * random.nextGaussian();
        }
        return new Photograph(width, height, result).blurred(0.8);
    }

    /**
     * Round blots that hide all below them, dark or pale, of 0.8 to 5 % of the picture's width (a sticker: 0.5 to 3 mm)
     * from their middle, thrown at random until they cover {@code share} of the picture.
     */
    Photograph dirty(double share, Random random) {
        double[] result = grey.clone();
        boolean[] covered = new boolean[grey.length];
        int left = (int) (share * grey.length);
        while (left > 0) {
            int radius = (int) (width * (0.008 + 0.042 * random.nextDouble()));
            int middleX = random.nextInt(width);
            int middleY = random.nextInt(height);
            int tone = random.nextBoolean() ? 40 : 215;
            for (int y = Math.max(0, middleY - radius); y <= Math.min(height - 1, middleY + radius) && left > 0; y++) {
                for (int x = Math.max(0, middleX - radius); x <= Math.min(width - 1, middleX + radius); x++) {
                    boolean inside = (x - middleX) * (x - middleX) + (y - middleY) * (y - middleY) <= radius * radius;
                    if (inside && !covered[y * width + x] && left > 0) {
                        covered[y * width + x] = true;
                        result[y * width + x] = tone;
                        left--;
                    }
                }
            }
        }
        return new Photograph(width, height, result);
    }

    BufferedImage image() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < grey.length; i++) {
            int tone = (int) Math.round(Math.clamp(grey[i], 0, 255));
            image.setRGB(i % width, i / width, tone << 16 | tone << 8 | tone);
        }
        return image;
    }

    private double at(int x, int y) {
        return grey[Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1)];
    }
}
