// The live page: a payment fills the screen and is said aloud, a warning in red and with another tone; a lost
// connection is louder than both. What was shown and said stands in the page's journal, for whoever looks for a fault.
import {mayFallAsleep, stayAwake} from '/assets/awake.js';
import {speaker} from '/assets/speaker.js';
import {listen} from '/assets/stream.js';
import {clock, text} from '/assets/texts.js';

const LATEST_MAX = 20;
const JOURNAL_MAX = 200;
const SEEN_MAX = 1000;
/** How long a payment fills the screen: at least, and at most while nobody else waits and nothing is said of it. */
const SHOWN_MS_MIN = 2500;
const SHOWN_MS = {RECEIVED: 8000, WARNING: 20000, TAKEN_BACK: 20000};
const ALARM_AGAIN_MS = 20000;
/** What was missed comes at once after the connection; it is shown as one list. */
const MISSED_COME_WITHIN_MS = 900;
const LOOK_EVERY_MS = 200;
const SOUND_TO_STATE = {on: 'listening', stopped: 'stopped', off: 'silent'};
const VOLUME_KEY = 'phopay-volume';

const byId = (id) => document.getElementById(id);
const root = byId('live');
const sentences = JSON.parse(root.dataset.sentences);
const title = document.title;
const emptyPay = byId('pay').cloneNode(true);
const journal = [];
const seen = new Set([...root.querySelectorAll('#latest > li')].map((item) => `RECEIVED ${item.dataset.id}`));
const stage = [];
const saidKeys = new Set();
let shown = null;
let alarm = null;
let alarmedAt = 0;
let connected = false;
let missedCount = 0;
let left = {focused: null, scroll: 0};
let day = root.dataset.day;
let count = Number(root.dataset.count);

root.journal = journal;

const voice = speaker(root.dataset.language, {
    changed: showState,
    said: (report) => {
        saidKeys.add(report.id);
        root.dataset.spoken = report.text;
        note('said', report);
    },
});

function note(what, more = {}) {
    journal.push({what, at: Date.now(), ...more});
    journal.splice(0, journal.length - JOURNAL_MAX);
}

// What comes

function arrive(payment, missed) {
    const key = `${payment.kind === 'WARNING' ? 'RECEIVED' : payment.kind} ${payment.id}`;
    if (seen.has(key)) {
        return;
    }
    seen.add(key);
    [...seen].slice(0, Math.max(0, seen.size - SEEN_MAX)).forEach((old) => seen.delete(old));
    note('came', {id: payment.id, kind: payment.kind, missed});
    if (payment.kind === 'GONE') {
        root.querySelectorAll(`li[data-id="${CSS.escape(payment.id)}"]`).forEach((item) => item.remove());
        return;
    }
    countIn(payment);
    addTo(byId('latest'), payment);
    byId('none').hidden = true;
    if (missed) {
        showMissed(payment);
    } else if (payment.say) {
        stage.push({...payment, key, serial: payment.kind === 'TAKEN_BACK' || payment.day !== day ? null : count});
        voice.say(key, payment.kind === 'RECEIVED' ? 'good' : 'warning', payment.say);
        direct();
    }
}

function countIn(payment) {
    if (payment.kind !== 'TAKEN_BACK' && payment.day === day) {
        count += 1;
        showCount();
    }
}

function addTo(list, payment) {
    const item = byId('item').content.firstElementChild.cloneNode(true);
    item.dataset.id = payment.id;
    item.dataset.kind = payment.kind;
    const part = (name) => item.querySelector(`[data-part=${name}]`);
    part('amount').textContent = payment.dong;
    part('time').textContent = payment.time;
    part('kind').textContent = text(`live.kind.${payment.kind}`);
    part('kind').className = `badge ${payment.kind === 'RECEIVED' ? 'good' : 'bad'}`;
    part('more').textContent = [payment.outlet, asked(payment)].filter(Boolean).join(' · ');
    list.prepend(item);
    while (list.children.length > LATEST_MAX) {
        list.lastElementChild.remove();
    }
}

function asked(payment) {
    return payment.asked && payment.kind === 'WARNING' ? text('live.asked', {amount: payment.asked}) : null;
}

// The stage: what fills the screen now

/** Puts the next payment on the screen, or leaves the present one there, or clears it. */
function direct() {
    if (shown !== null && isOver(shown)) {
        shown = null;
        if (stage.length === 0) {
            arrange();
        }
    }
    if (shown === null && stage.length > 0) {
        shown = stage.shift();
        shown.shownAt = Date.now();
        fill(shown);
        arrange();
        note('shown', {id: shown.id, kind: shown.kind});
    }
}

function isOver(payment) {
    const age = Date.now() - payment.shownAt;
    const said = voice.state() !== 'on' || saidKeys.has(payment.key);
    return payment.closed || age >= SHOWN_MS_MIN && said && (stage.length > 0 || age >= SHOWN_MS[payment.kind]);
}

/** On a fresh piece of the page, so that nothing is seen moving from the place where the payment before had it. */
function fill(payment) {
    const old = byId('pay');
    const pay = emptyPay.cloneNode(true);
    const focused = old.contains(document.activeElement);
    old.replaceWith(pay);
    byId('pay-close').addEventListener('click', close);
    if (focused) {
        byId('pay-close').focus();
    }
    pay.dataset.kind = payment.kind;
    pay.dataset.id = payment.id;
    pay.style.setProperty('--length', widthInDigits(payment.dong));
    byId('pay-kind').textContent = text(`live.kind.${payment.kind}`);
    byId('pay-digits').textContent = payment.dong;
    byId('pay-words').textContent = payment.words;
    byId('pay-asked').textContent = asked(payment) ?? '';
    byId('pay-meta').textContent = [payment.time, payment.outlet].filter(Boolean).join(' · ');
    byId('pay-serial').textContent = payment.serial === null ? '' : text('live.serial', {number: payment.serial});
    byId('said').textContent = [payment.say.text, asked(payment)].filter(Boolean).join('. ');
    root.dataset.shown = payment.id;
}

/** How many digits the text is as wide as; dots, commas and blanks are narrow. */
function widthInDigits(amount) {
    return [...amount].reduce((width, character) => width + (/[.,\s]/.test(character) ? 0.45 : 1), 0);
}

function close() {
    if (shown !== null) {
        shown.closed = true;
        direct();
    }
}

/** One of three fills the screen: the alarm, a payment, or everything else, to which one comes back as one left it. */
function arrange() {
    const view = alarm !== null ? 'alarm' : shown !== null ? 'pay' : 'rest';
    const before = root.dataset.view;
    if (before === 'rest' && view !== 'rest') {
        left = {focused: document.activeElement, scroll: window.scrollY};
    }
    if (before !== view) {
        root.dataset.view = view;
        window.scrollTo(0, view === 'rest' ? left.scroll : 0);
    }
    if (before !== 'rest' && view === 'rest') {
        left.focused?.focus({preventScroll: true});
    }
    document.title = alarm !== null ? `${text(`live.alarm.${alarm}`)} · ${title}`
        : shown !== null ? `${shown.dong} · ${title}` : title;
}

// The connection

function raise(kind) {
    connected = false;
    if (alarm !== kind) {
        alarm = kind;
        byId('alarm-word').textContent = text(`live.alarm.${kind}`);
        byId('alarm-more').textContent = text(`live.alarm.${kind}.more.${root.dataset.role}`)
            ?? text(`live.alarm.${kind}.more`);
        byId('alarm-login').hidden = kind !== 'ended';
        note('alarm', {kind});
        arrange();
        cry();
    }
    showState();
}

function cry() {
    alarmedAt = Date.now();
    voice.sayFirst('alarm', 'lost', sentences.lost);
}

function clearAlarm() {
    if (alarm !== null) {
        alarm = null;
        arrange();
    }
}

function heard() {
    connected = true;
    if (alarm !== null && alarm !== 'lost') {
        // It may listen again; what it missed meanwhile is not known to it, so the page is read anew.
        location.reload();
    }
    showState();
}

function back() {
    note('back');
    missedCount = 0;
    byId('missed-list').replaceChildren();
    byId('alarm-more').textContent = text('live.alarm.back');
    voice.say('back', 'good', sentences.back);
    setTimeout(() => {
        clearAlarm();
        showMissedTitle();
    }, MISSED_COME_WITHIN_MS);
}

function showMissed(payment) {
    missedCount += 1;
    addTo(byId('missed-list'), payment);
    if (alarm === null) {
        showMissedTitle();
    }
}

function showMissedTitle() {
    byId('missed').hidden = false;
    byId('missed-title').textContent = missedCount === 0
        ? text('live.missed.none') : text('live.missed', {number: missedCount});
    root.dataset.missed = missedCount;
}

function refused(status) {
    note('refused', {status});
    if (status === 400) {
        location.reload();
    } else if (status === 429 || status >= 500) {
        raise('full');
    } else {
        raise('ended');
    }
}

// Words and buttons

function showState() {
    const sound = voice.state();
    root.dataset.state = connected ? SOUND_TO_STATE[sound] : 'connecting';
    byId('state').textContent = text(`live.state.${root.dataset.state}`);
    byId('start').hidden = sound === 'on';
    byId('sound').hidden = sound !== 'on';
}

function showCount() {
    byId('count').textContent = text('live.count', {number: count});
}

function hanoiDay() {
    return new Intl.DateTimeFormat('en-CA', {timeZone: 'Asia/Ho_Chi_Minh'}).format(new Date());
}

function everySecond() {
    byId('clock').textContent = clock(new Date(), true);
    const now = hanoiDay();
    if (now > day) {
        day = now;
        count = 0;
        showCount();
    }
    if (alarm !== null && Date.now() - alarmedAt >= ALARM_AGAIN_MS) {
        cry();
    }
}

function setVolume() {
    voice.setVolume(byId('volume').value / 100);
    try {
        localStorage.setItem(VOLUME_KEY, byId('volume').value);
    } catch {
        // It is forgotten then.
    }
}

async function startSound() {
    stayAwake();
    await voice.start();
    setVolume();
    voice.say('sound-on', 'good', sentences.soundOn);
}

function start() {
    byId('start').addEventListener('click', startSound);
    byId('stop').addEventListener('click', () => {
        voice.stop();
        mayFallAsleep();
    });
    try {
        byId('volume').value = localStorage.getItem(VOLUME_KEY) ?? byId('volume').value;
    } catch {
        // It starts as the page has it.
    }
    byId('volume').addEventListener('input', setVolume);
    byId('missed-close').addEventListener('click', () => {
        byId('missed').hidden = true;
    });
    document.addEventListener('keydown', (event) => event.key === 'Escape' && close());
    showState();
    everySecond();
    setInterval(everySecond, 1000);
    setInterval(direct, LOOK_EVERY_MS);
    listen(root.dataset.stream, root.dataset.after,
        {payment: arrive, heard, lost: () => raise(alarm ?? 'lost'), back, refused});
}

start();
