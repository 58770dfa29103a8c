/*
 * Reads QR codes: startScanner with the camera, readPicture from a file. No picture leaves the phone.
 *
 * The browser's own BarcodeDetector is used where it reads QR codes; where it does not, or fails, a decoder in a worker
 * of our own is loaded (decoder.js), once. Every refusal is a ScanFault with the key of a text in everyday words.
 */
import {openReader} from '/assets/reader.js';

/** The same code is told again once it was out of sight for so long. */
const REPEAT_AFTER_MS = 3000;
/** Between two looks; a phone in the sun must not get hot. */
const PAUSE_MS = 80;
const CAMERA = {
    audio: false,
    video: {facingMode: {ideal: 'environment'}, width: {ideal: 1920}, height: {ideal: 1080}},
};
const PICTURE_BYTES_MAX = 25 * 1024 * 1024;
/**
 * How a picture is looked at, in this order: longest side in pixels, and turn in degrees. Small first: it is fast and
 * evens out the grain of a photograph; large for a code that is a small part of it; turned for finder patterns that
 * stand on their tips.
 */
const PICTURE_LOOKS = [[1200, 0], [800, 0], [1800, 0], [600, 0], [1200, 30], [2600, 0], [1800, 45]];
const ERROR_TO_KIND = {
    NotAllowedError: 'refused',
    SecurityError: 'refused',
    NotFoundError: 'absent',
    OverconstrainedError: 'absent',
    NotReadableError: 'busy',
    AbortError: 'busy',
};

/** Why nothing can be read; `key` names the text to show: scan.fault.KIND among the texts for scripts. */
export class ScanFault extends Error {
    /** @param kind insecure, unsupported, refused, absent, busy, failed, picture, large or unread */
    constructor(kind, cause) {
        super(`scan: ${kind}`, {cause});
        this.name = 'ScanFault';
        this.kind = kind;
        this.key = `scan.fault.${kind}`;
    }
}

/**
 * Looks through the rear camera until it is stopped.
 *
 * - `video`: the <video> element that shows the camera; it gets `muted` and `playsinline` here.
 * - `onText(text)`: what a code holds (bytes read as UTF-8); for the same code again only after 3 s out of sight.
 * - `onError(fault)`: a ScanFault; the scanner is stopped then and may be started anew, by a tap for example.
 * - `onReady({torch})`, optional: the picture runs; `torch` tells whether there is a light to switch on.
 *
 * The camera is released while the page is hidden, and taken again when it comes back. Returns at once
 * `{stop(), torch(on)}`; `torch` resolves to whether the light is on now.
 */
export function startScanner({video, onText, onError, onReady = () => {}}) {
    const session = new Session(video, {onText, onError, onReady});
    session.start();
    return {stop: () => session.stop(), torch: (on) => session.torch(on)};
}

/**
 * The text of the first QR code found in a picture (`File` or `Blob`), looked at in several sizes and turns.
 * Rejects with a ScanFault: `picture` where it is no picture, `large` above 25 MB, `unread` where no code is found.
 */
export async function readPicture(file) {
    if (file.size > PICTURE_BYTES_MAX) {
        throw new ScanFault('large');
    }
    const bitmap = await decodePicture(file);
    const reader = await openReader();
    try {
        for (const [side, degrees] of PICTURE_LOOKS) {
            const text = await reader.read(drawn(bitmap, side, degrees), {thorough: true});
            if (text !== null) {
                return text;
            }
        }
    } catch (fault) {
        throw new ScanFault('failed', fault);
    } finally {
        bitmap.close();
        reader.close();
    }
    throw new ScanFault('unread');
}

async function decodePicture(file) {
    try {
        return await createImageBitmap(file, {imageOrientation: 'from-image'});
    } catch (fault) {
        throw new ScanFault('picture', fault);
    }
}

/** A canvas with the picture on white, its longest side at most `side`; never enlarged. */
function drawn(bitmap, side, degrees) {
    const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
    const width = bitmap.width * scale;
    const height = bitmap.height * scale;
    const turn = degrees * Math.PI / 180;
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(width * Math.cos(turn) + height * Math.sin(turn));
    canvas.height = Math.ceil(width * Math.sin(turn) + height * Math.cos(turn));
    const pen = canvas.getContext('2d', {willReadFrequently: true});
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.translate(canvas.width / 2, canvas.height / 2);
    pen.rotate(turn);
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(bitmap, -width / 2, -height / 2, width, height);
    return canvas;
}

/** One camera with one reader. `turn` goes up whenever what was under way is of no interest any more. */
class Session {
    constructor(video, tell) {
        this.video = video;
        this.tell = tell;
        this.turn = 0;
        this.stopped = false;
        this.lastText = null;
        this.lastSeen = 0;
        this.onVisibility = () => (document.hidden ? this.release() : this.start());
        document.addEventListener('visibilitychange', this.onVisibility);
    }

    async start() {
        if (this.stopped || document.hidden) {
            return;
        }
        this.turn += 1;
        const mine = this.turn;
        const isOver = () => mine !== this.turn;
        try {
            const stream = await openCamera();
            if (isOver()) {
                close(stream);
                return;
            }
            this.stream = stream;
            this.reader ??= await openReader();
            await show(this.video, stream);
            if (isOver()) {
                return;
            }
            this.track = stream.getVideoTracks()[0];
            this.track.addEventListener('ended', () => !isOver() && this.fail(new ScanFault('busy')));
            await focus(this.track);
            this.tell.onReady({torch: capabilities(this.track).torch === true});
            await this.look(isOver);
        } catch (fault) {
            if (!isOver()) {
                this.fail(fault);
            }
        }
    }

    async look(isOver) {
        for (let round = 0; !isOver(); round += 1) {
            if (this.video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) {
                const text = await this.reader.read(frame(this.video, round), {thorough: false});
                if (text !== null && text !== '' && !isOver()) {
                    this.hear(text);
                }
            }
            await new Promise((done) => setTimeout(done, PAUSE_MS));
        }
    }

    hear(text) {
        const now = performance.now();
        const isNew = text !== this.lastText || now - this.lastSeen > REPEAT_AFTER_MS;
        this.lastText = text;
        this.lastSeen = now;
        if (isNew) {
            this.tell.onText(text);
        }
    }

    async torch(on) {
        if (!this.track || capabilities(this.track).torch !== true) {
            return false;
        }
        await this.track.applyConstraints({advanced: [{torch: on}]});
        return on;
    }

    fail(fault) {
        this.stop();
        this.tell.onError(fault instanceof ScanFault ? fault : new ScanFault('failed', fault));
    }

    /** Gives the camera back, for a while or for good. */
    release() {
        this.turn += 1;
        close(this.stream);
        this.stream = null;
        this.track = null;
        this.video.srcObject = null;
    }

    stop() {
        this.stopped = true;
        document.removeEventListener('visibilitychange', this.onVisibility);
        this.release();
        this.reader?.close();
        this.reader = null;
    }
}

async function openCamera() {
    if (!window.isSecureContext) {
        throw new ScanFault('insecure');
    }
    if (!navigator.mediaDevices?.getUserMedia) {
        throw new ScanFault('unsupported');
    }
    try {
        return await navigator.mediaDevices.getUserMedia(CAMERA);
    } catch (fault) {
        throw new ScanFault(ERROR_TO_KIND[fault.name] ?? 'failed', fault);
    }
}

async function show(video, stream) {
    video.muted = true;
    video.setAttribute('playsinline', '');
    video.srcObject = stream;
    await video.play();
}

/** A printed code is near: cameras that can are told to keep focusing. Those that cannot read well enough without. */
async function focus(track) {
    if (capabilities(track).focusMode?.includes('continuous')) {
        await track.applyConstraints({advanced: [{focusMode: 'continuous'}]}).catch(() => {});
    }
}

/** Firefox does not know what its cameras can do. */
function capabilities(track) {
    return track.getCapabilities?.() ?? {};
}

function close(stream) {
    stream?.getTracks().forEach((track) => track.stop());
}

const canvas = document.createElement('canvas');
const pen = canvas.getContext('2d', {willReadFrequently: true});

/**
 * How frames are looked at in turns: the longest side in pixels of the square in the middle, where people hold a code,
 * and of all there is. Fewer pixels even out the grain of a dark picture: of 40 dark ones 20 were read with 960 and all
 * with 640.
 */
const FRAME_LOOKS = [{square: true, side: 960}, {square: true, side: 640}, {square: false, side: 1280}];

/** What the camera sees now, for the next look. */
function frame(video, round) {
    const {square, side} = FRAME_LOOKS[round % FRAME_LOOKS.length];
    const {videoWidth, videoHeight} = video;
    const width = square ? Math.min(videoWidth, videoHeight) : videoWidth;
    const height = square ? width : videoHeight;
    const scale = Math.min(1, side / Math.max(width, height));
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(video, (videoWidth - width) / 2, (videoHeight - height) / 2, width, height,
        0, 0, canvas.width, canvas.height);
    return canvas;
}
