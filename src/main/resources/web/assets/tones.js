// Two tones that nobody takes for one another: up for a good end, down and rough for every other. Made, not loaded.
const GOOD = {wave: 'sine', notes: [659.3, 987.8]};
const BAD = {wave: 'sawtooth', notes: [311.1, 207.7, 311.1, 207.7]};
const NOTE_S = 0.18;
const LOUDNESS = 0.35;

let context = null;

/** Browsers are silent until somebody touches the page; so are we. */
export function unlockTones() {
    const AudioContext = window.AudioContext ?? window.webkitAudioContext;
    if (context === null && AudioContext) {
        context = new AudioContext();
    }
    context?.resume().catch(() => {});
}

/** Plays the good or the bad tone; nothing before `unlockTones` was called by a tap or a key. */
export function playTone(isGood) {
    if (context === null) {
        return;
    }
    const {wave, notes} = isGood ? GOOD : BAD;
    notes.forEach((frequency, place) => note(wave, frequency, context.currentTime + place * NOTE_S));
}

function note(wave, frequency, start) {
    const tone = new OscillatorNode(context, {type: wave, frequency});
    const volume = new GainNode(context, {gain: 0});
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.02);
    volume.gain.linearRampToValueAtTime(0, start + NOTE_S - 0.01);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + NOTE_S);
}
