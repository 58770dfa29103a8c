// Reads one QR code out of one canvas: by the browser, or by a worker of ours that is loaded only when it is needed.

/** A worker that says nothing for so long is taken for dead. */
const ANSWER_MS_MAX = 20000;

/**
 * A reader: `read(canvas, {thorough})` resolves to the text, or null where no code is seen; thorough readings take
 * longer. One reading at a time. `close()` ends its worker.
 */
export async function openReader() {
    return new Reader(await browsersDetector());
}

async function browsersDetector() {
    if (!('BarcodeDetector' in window)) {
        return null;
    }
    try {
        const formats = await BarcodeDetector.getSupportedFormats();
        return formats.includes('qr_code') ? new BarcodeDetector({formats: ['qr_code']}) : null;
    } catch {
        return null;
    }
}

class Reader {
    constructor(detector) {
        this.detector = detector;
        this.ours = null;
    }

    /** Where the browser's detector finds nothing in a picture, ours looks too; of a camera there is the next frame. */
    async read(canvas, {thorough}) {
        const text = this.detector ? await this.detect(canvas) : null;
        if (text !== null || (this.detector && !thorough)) {
            return text;
        }
        this.ours ??= new OurDecoder();
        return this.ours.decode(canvas, thorough);
    }

    /** Some systems promise a detector whose service is missing: then it is ours from here on. */
    async detect(canvas) {
        try {
            const found = await this.detector.detect(canvas);
            return found.length > 0 ? found[0].rawValue : null;
        } catch {
            this.detector = null;
            return null;
        }
    }

    close() {
        this.ours?.close();
        this.ours = null;
    }
}

class OurDecoder {
    constructor() {
        this.worker = new Worker('/assets/decoder.js', {type: 'module'});
        this.last = 0;
    }

    decode(canvas, thorough) {
        const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        this.last += 1;
        const id = this.last;
        return new Promise((done, failed) => {
            const timer = setTimeout(() => failed(new Error('the decoder is silent')), ANSWER_MS_MAX);
            const onMessage = (event) => {
                if (event.data.id === id) {
                    end();
                    done(event.data.text);
                }
            };
            const onError = (event) => {
                end();
                failed(new Error(event.message || 'the decoder did not load'));
            };
            const end = () => {
                clearTimeout(timer);
                this.worker.removeEventListener('message', onMessage);
                this.worker.removeEventListener('error', onError);
            };
            this.worker.addEventListener('message', onMessage);
            this.worker.addEventListener('error', onError);
            this.worker.postMessage(
                {id, data: pixels.data, width: pixels.width, height: pixels.height, thorough}, [pixels.data.buffer]);
        });
    }

    close() {
        this.worker.terminate();
    }
}
