package vn.phopay.qr;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/** Error correction of a symbol: M for print and screens, Q where a logo covers the centre. */
public enum QrEcc {
    /** 7 %. */
    L(ErrorCorrectionLevel.L),
    /** 15 %, the default. */
    M(ErrorCorrectionLevel.M),
    /** 25 %. */
    Q(ErrorCorrectionLevel.Q),
    /** 30 %. */
    H(ErrorCorrectionLevel.H);

    private final ErrorCorrectionLevel level;

    QrEcc(ErrorCorrectionLevel level) {
        this.level = level;
    }

    ErrorCorrectionLevel level() {
        return level;
    }
}
