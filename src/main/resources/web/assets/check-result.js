/*
 * Tells the verdict by ear and by hand, too: good rises, danger wails, everything else is one low tone. A browser that
 * does not let pages sound before a tap stays silent; the words and the shape are there without it.
 */
const RATE = 16000;
/** Each tone: [Hz, seconds, pause after it in seconds]. */
const TONE_TO_NOTES = {
    GOOD: [[660, 0.14, 0.03], [990, 0.28, 0]],
    DANGER: [[880, 0.22, 0.02], [440, 0.22, 0.02], [880, 0.22, 0.02], [440, 0.22, 0.02], [880, 0.22, 0.02], [440, 0.4, 0]],
    RETIRED: [[392, 0.3, 0.08], [330, 0.4, 0]],
    UNSURE: [[330, 0.35, 0]],
};
const TONE_TO_BUZZ = {GOOD: [80], DANGER: [400, 120, 400, 120, 400], RETIRED: [200, 100, 200], UNSURE: [150]};

function samples(notes) {
    return notes.flatMap(([pitch, seconds, pause]) => {
        const sound = Array.from({length: Math.round(seconds * RATE)}, (_, i) => {
            const fade = Math.min(1, i / 200, (seconds * RATE - i) / 400);
            return Math.sin(2 * Math.PI * pitch * i / RATE) * fade * 0.8;
        });
        return [...sound, ...new Array(Math.round(pause * RATE)).fill(0)];
    });
}

/** The notes as a WAV file: one channel, 16 bits. */
function wav(notes) {
    const sound = samples(notes);
    const view = new DataView(new ArrayBuffer(44 + sound.length * 2));
    const word = (at, letters) => [...letters].forEach((c, i) => view.setUint8(at + i, c.charCodeAt(0)));
    word(0, 'RIFF');
    view.setUint32(4, 36 + sound.length * 2, true);
    word(8, 'WAVEfmt ');
    view.setUint32(16, 16, true);
    view.setUint16(20, 1, true);
    view.setUint16(22, 1, true);
    view.setUint32(24, RATE, true);
    view.setUint32(28, RATE * 2, true);
    view.setUint16(32, 2, true);
    view.setUint16(34, 16, true);
    word(36, 'data');
    view.setUint32(40, sound.length * 2, true);
    sound.forEach((value, i) => view.setInt16(44 + i * 2, value * 32767, true));
    return new Blob([view.buffer], {type: 'audio/wav'});
}

async function tell(verdict) {
    const {tone} = verdict.dataset;
    const sound = new Audio(URL.createObjectURL(wav(TONE_TO_NOTES[tone])));
    try {
        await sound.play();
        verdict.dataset.sounded = 'yes';
    } catch {
        verdict.dataset.sounded = 'no';
        document.addEventListener('pointerdown', () => sound.play().catch(() => {}), {once: true});
    }
    if (navigator.userActivation?.hasBeenActive) {
        navigator.vibrate?.(TONE_TO_BUZZ[tone]);
    }
}

// A page that is looked at again stays silent.
const seen = `check-told:${location.pathname}`;
if (sessionStorage.getItem(seen) === null) {
    sessionStorage.setItem(seen, '1');
    tell(document.querySelector('.verdict'));
}
