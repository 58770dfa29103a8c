package vn.phopay.paper;

import java.util.List;

/** One sheet of paper and all that is drawn on it, from the ground up. */
record Drawing(int widthUm, int heightUm, List<Mark> marks) {
    /** Copies {@code marks}. */
    Drawing {
        marks = List.copyOf(marks);
    }
}
