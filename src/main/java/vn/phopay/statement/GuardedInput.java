package vn.phopay.statement;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Lets a reader take only so many bytes without understanding something: a gigabyte of blanks, comments, one endless
 * text, attribute or name is cut off after {@value #BYTES_MAX} bytes, whatever the parser above would make of it.
 */
final class GuardedInput extends FilterInputStream {
    /** Far above any real entry with its transaction details. */
    static final int BYTES_MAX = 4 * 1024 * 1024;

    private long sinceProgress;
    private boolean exceeded;

    GuardedInput(InputStream in) {
        super(in);
    }

    /** Something was understood: the budget starts anew. */
    void progress() {
        sinceProgress = 0;
    }

    /** Whether the budget ran out, so that a parser's own message can be replaced by a clear one. */
    boolean exceeded() {
        return exceeded;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int bytes) throws IOException {
        sinceProgress += bytes;
        if (sinceProgress > BYTES_MAX) {
            exceeded = true;
            throw new IOException("more than " + BYTES_MAX + " bytes without anything of a statement");
        }
    }
}
