// Says what was received, by word clips on one audio clock: one sentence after the other, never two at once. Browsers
// let a page be heard only after a tap, so nothing is heard before start().
const LANGUAGE_TO_CLIPS = {
    vi: () => import('/assets/speech-vi.js'),
    en: () => import('/assets/speech-en.js'),
};
const SENTENCES_MAX = 50;
const LEAD_S = 0.06;
const BETWEEN_CLIPS_S = 0.015;
const AFTER_PHRASE_S = 0.11;
const AFTER_TONE_S = 0.12;
const LISTEN_EVERY_MS = 40;
/** Notes of each tone: hertz, when it begins and how long it lasts in seconds, and its wave. */
const TONES = {
    good: [[784, 0, 0.11, 'sine'], [1047, 0.12, 0.24, 'sine']],
    warning: [[330, 0, 0.2, 'square'], [262, 0.26, 0.2, 'square'], [330, 0.52, 0.2, 'square']],
    lost: [[880, 0, 0.22, 'sawtooth'], [587, 0.24, 0.22, 'sawtooth'], [880, 0.48, 0.22, 'sawtooth'],
        [587, 0.72, 0.3, 'sawtooth']],
};

/** Where the marker really is in a decoded recording tells by how much the decoder shifted all of it, in seconds. */
function shiftOf(sound, marker) {
    const samples = sound.getChannelData(0);
    const end = Math.min(samples.length, sound.sampleRate);
    for (let i = 0; i < end; i += 1) {
        if (Math.abs(samples[i]) > 0.1) {
            return i / sound.sampleRate - marker;
        }
    }
    return 0;
}

/**
 * A speaker of `language`. `changed(state)` is told `off`, `on` or `stopped` (the device took the sound away: it takes
 * another tap); `said(report)` what was said, when, and how loud it really was on the way to the loudspeaker.
 */
export function speaker(language, {changed, said}) {
    const queue = [];
    const sounding = new Set();
    let context = null;
    let volume = null;
    let meter = null;
    let recording = null;
    let wanted = false;
    let speaking = false;

    function state() {
        if (!wanted || context === null) {
            return 'off';
        }
        return context.state === 'running' ? 'on' : 'stopped';
    }

    /** To be called from a tap. */
    async function start() {
        wanted = true;
        if (navigator.audioSession) {
            // Else an iPhone that is switched to silent swallows it.
            navigator.audioSession.type = 'playback';
        }
        if (context === null) {
            context = new AudioContext();
            volume = context.createGain();
            meter = context.createAnalyser();
            volume.connect(meter).connect(context.destination);
            context.addEventListener('statechange', () => {
                changed(state());
                next();
            });
        }
        await context.resume();
        changed(state());
        await load();
        next();
    }

    function stop() {
        wanted = false;
        queue.length = 0;
        silence();
        context?.suspend();
        changed(state());
    }

    function silence() {
        sounding.forEach((node) => node.stop());
        sounding.clear();
    }

    function keep(node) {
        sounding.add(node);
        node.addEventListener('ended', () => sounding.delete(node));
    }

    function setVolume(share) {
        volume?.gain.setTargetAtTime(share, context.currentTime, 0.02);
    }

    async function load() {
        if (recording !== null) {
            return;
        }
        try {
            const index = (await LANGUAGE_TO_CLIPS[language]()).default;
            const answer = await fetch(index.sound);
            if (!answer.ok) {
                throw new Error(`status ${answer.status}`);
            }
            const sound = await context.decodeAudioData(await answer.arrayBuffer());
            recording = {sound, clips: index.clips, shift: shiftOf(sound, index.marker)};
        } catch (fault) {
            console.warn('the recordings could not be loaded', fault);
        }
    }

    /** Says `sentence` ({text, clips}) after `tone`, once everything before it was said. */
    function say(id, tone, sentence) {
        if (!wanted) {
            return;
        }
        if (queue.length === SENTENCES_MAX) {
            queue.shift();
        }
        queue.push({id, tone, sentence});
        next();
    }

    /** Puts it before everything that waits. */
    function sayFirst(id, tone, sentence) {
        if (wanted) {
            queue.unshift({id, tone, sentence});
            next();
        }
    }

    async function next() {
        if (speaking || state() !== 'on' || queue.length === 0) {
            return;
        }
        speaking = true;
        const task = queue.shift();
        try {
            await load();
            await play(task);
        } finally {
            speaking = false;
        }
        next();
    }

    async function play(task) {
        const {id, tone, sentence} = task;
        const startedAt = Date.now();
        const began = context.currentTime + LEAD_S;
        let at = playTone(TONES[tone], began) + AFTER_TONE_S;
        const places = [];
        for (const clip of recording === null ? [] : sentence.clips) {
            const [offset, seconds] = recording.clips[clip];
            const source = context.createBufferSource();
            source.buffer = recording.sound;
            source.connect(volume);
            source.start(at, Math.max(0, offset + recording.shift), seconds);
            keep(source);
            places.push([clip, at - began]);
            at += seconds + (clip.includes(' ') ? AFTER_PHRASE_S : BETWEEN_CLIPS_S);
        }
        const peak = await listenUntil(at);
        if (state() !== 'on') {
            // The device took the sound away in the middle of it: it is said again from its beginning.
            silence();
            queue.splice(0, 0, ...(wanted ? [task] : []));
            return;
        }
        if (recording === null) {
            await sayByDevice(sentence.text);
        }
        said({id, tone, text: sentence.text, clips: places, peak, startedAt, endedAt: Date.now()});
    }

    function playTone(notes, from) {
        for (const [hertz, start, seconds, wave] of notes) {
            const note = context.createOscillator();
            const envelope = context.createGain();
            note.type = wave;
            note.frequency.value = hertz;
            envelope.gain.setValueAtTime(0, from + start);
            envelope.gain.linearRampToValueAtTime(wave === 'sine' ? 0.5 : 0.25, from + start + 0.015);
            envelope.gain.setValueAtTime(wave === 'sine' ? 0.5 : 0.25, from + start + seconds - 0.04);
            envelope.gain.linearRampToValueAtTime(0, from + start + seconds);
            note.connect(envelope).connect(volume);
            note.start(from + start);
            note.stop(from + start + seconds);
            keep(note);
        }
        const [, start, seconds] = notes.at(-1);
        return from + start + seconds;
    }

    /** Waits until the audio clock shows `end`, or sound was taken away, and gives the loudest sample on the way. */
    function listenUntil(end) {
        const samples = new Float32Array(meter.fftSize);
        let peak = 0;
        return new Promise((done) => {
            const timer = setInterval(() => {
                meter.getFloatTimeDomainData(samples);
                peak = samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), peak);
                if (context.currentTime >= end || state() !== 'on') {
                    clearInterval(timer);
                    done(peak);
                }
            }, LISTEN_EVERY_MS);
        });
    }

    /** The device's own voice, where there is one, only when our recordings could not be loaded. */
    function sayByDevice(text) {
        const voice = window.speechSynthesis?.getVoices().find((one) => one.lang.startsWith(language));
        if (!voice) {
            return Promise.resolve();
        }
        return new Promise((done) => {
            const words = new SpeechSynthesisUtterance(text);
            words.voice = voice;
            words.lang = voice.lang;
            words.onend = done;
            words.onerror = done;
            window.speechSynthesis.speak(words);
        });
    }

    return {start, stop, say, sayFirst, setVolume, state, isSpeaking: () => speaking || queue.length > 0};
}
