// The page that checks codes: by camera, by picture, by paste. What codes hold is written as text only.
import {readPicture, ScanFault, startScanner} from '/assets/scanner.js';
import {dong, text} from '/assets/texts.js';
import {playTone, unlockTones} from '/assets/tones.js';
import {currentKeys} from '/assets/keys.js';
import {judge} from '/assets/verdict.js';

/** Each verdict has a tone, a colour and a shape, so that nobody needs one of them to tell them apart. */
const STATUS_TO_LOOK = {
    GENUINE: {tone: 'good', icon: 'good'},
    EXPIRED: {tone: 'warn', icon: 'warn'},
    REVOKED: {tone: 'bad', icon: 'bad'},
    SUSPENDED: {tone: 'warn', icon: 'warn'},
    UNSIGNED: {tone: 'unknown', icon: 'unknown'},
    FORGED: {tone: 'bad', icon: 'bad'},
    UNKNOWN_KEY: {tone: 'unknown', icon: 'unknown'},
    MALFORMED: {tone: 'warn', icon: 'broken'},
    UNCHECKED: {tone: 'unknown', icon: 'unknown'},
};
const LAST_DIGITS = 4;
const SLOW_MS = 12_000;

const byId = (id) => document.getElementById(id);
const page = byId('scan');
const banks = JSON.parse(page.dataset.banks);
let scanner = null;
let slow = 0;
let asked = 0;

byId('camera-start').addEventListener('click', openCamera);
byId('camera-stop').addEventListener('click', () => byId('camera').close());
byId('camera').addEventListener('close', stopCamera);
byId('camera-light').addEventListener('click', switchLight);
byId('picture').addEventListener('change', () => checkPicture(byId('picture').files[0]));
byId('verify-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const payload = byId('payload').value.trim();
    const file = byId('picture').files[0];
    if (payload === '' && file) {
        checkPicture(file);
    } else {
        check(payload);
    }
});
byId('sound').addEventListener('click', () => setSound(byId('sound').getAttribute('aria-pressed') !== 'true'));
byId('verdict').addEventListener('close', forget);
byId('verdict-again').addEventListener('click', again);
['pointerdown', 'keydown'].forEach((kind) => document.addEventListener(kind, unlockTones));
document.addEventListener('paste', (event) => {
    const file = [...event.clipboardData.files].find((one) => one.type.startsWith('image/'));
    if (file) {
        event.preventDefault();
        checkPicture(file);
    }
});
// The list is fetched before it is needed: the next check may be made without network.
currentKeys();

function openCamera() {
    byId('camera-says').textContent = text('scan.allow');
    byId('camera').showModal();
    scanner = startScanner({
        video: byId('camera-video'),
        onText: (payload) => {
            byId('camera').close();
            check(payload);
        },
        onError: (fault) => {
            byId('camera').close();
            refuse(fault.key);
        },
        onReady: ({torch}) => {
            byId('camera-light').hidden = !torch;
            byId('camera-says').textContent = text('scan.aim');
            clearTimeout(slow);
            slow = setTimeout(() => {
                byId('camera-says').textContent = text('scan.slow');
            }, SLOW_MS);
        },
    });
}

/** Escape closes the dialog too, so this hangs on its closing. */
function stopCamera() {
    clearTimeout(slow);
    scanner?.stop();
    scanner = null;
    byId('camera-light').hidden = true;
    byId('camera-light').setAttribute('aria-pressed', 'false');
}

async function switchLight() {
    const light = byId('camera-light');
    const on = await scanner?.torch(light.getAttribute('aria-pressed') !== 'true').catch(() => false);
    light.setAttribute('aria-pressed', String(on === true));
}

async function checkPicture(file) {
    if (!file) {
        return;
    }
    const mine = open('scan.reading');
    try {
        const payload = await readPicture(file);
        if (mine === asked) {
            check(payload);
        }
    } catch (fault) {
        if (mine === asked) {
            refuse(fault instanceof ScanFault ? fault.key : 'scan.fault.failed');
        }
    } finally {
        byId('picture').value = '';
    }
}

async function check(payload) {
    if (payload === '') {
        refuse('scan.empty');
        return;
    }
    const mine = open('scan.busy');
    const verdict = await judge(payload, page.dataset.guid);
    if (mine === asked) {
        show(verdict);
    }
}

/** Nothing moves on the page below: whatever comes is shown in one dialog. Returns the number of this question. */
function open(key) {
    asked += 1;
    fill({tone: 'waiting', icon: 'unknown'}, text(key), '');
    if (!byId('verdict').open) {
        byId('verdict').showModal();
    }
    byId('verdict-word').focus();
    return asked;
}

function refuse(key) {
    open('scan.busy');
    fill({tone: 'waiting', icon: 'broken'}, text('scan.nothing'), text(key));
    byId('verdict').dataset.fault = key;
}

/** While it is busy there is nothing to say and nothing below: what comes later pushes nothing away. */
function fill({tone, icon}, word, says) {
    const box = byId('verdict');
    box.dataset.tone = tone;
    delete box.dataset.status;
    delete box.dataset.fault;
    byId('verdict-icon').setAttribute('href', `${page.dataset.icons}#${icon}`);
    byId('verdict-word').textContent = word;
    byId('verdict-says').textContent = says;
    byId('verdict-facts').replaceChildren();
    byId('verdict-notes').replaceChildren();
    byId('verdict-technical').hidden = true;
    byId('verdict-rest').hidden = says === '';
}

function show(verdict) {
    const look = STATUS_TO_LOOK[verdict.status];
    fill(look, text(`scan.verdict.${verdict.status}`), text(`scan.verdict.${verdict.status}.says`));
    byId('verdict-facts').replaceChildren(...facts(verdict).map(row));
    byId('verdict-notes').replaceChildren(...verdict.notes.map(note));
    byId('verdict-code').textContent = [verdict.status, verdict.detail, verdict.keyId].filter(Boolean).join(' · ');
    byId('verdict-technical').hidden = false;
    byId('verdict').dataset.status = verdict.status;
    if (byId('sound').getAttribute('aria-pressed') === 'true') {
        playTone(look.tone === 'good');
    }
}

/** Names that the service vouches for, or else what the code says of itself; always where the money would go. */
function facts({status, merchant, vietQr}) {
    const signed = merchant !== null || status === 'GENUINE';
    const own = signed ? 'scan.fact.name' : 'scan.fact.claims';
    const all = merchant
        ? [['scan.fact.shop', merchant.displayName], ['scan.fact.holder', merchant.accountName]]
        : [[own, vietQr?.name]];
    all.push(['scan.fact.bank', merchant?.bank ?? (vietQr ? banks[vietQr.bin] ?? vietQr.bin : null)],
        ['scan.fact.account', vietQr ? lastDigits(vietQr.account) : null],
        ['scan.fact.amount', vietQr?.amountVnd ? dong(vietQr.amountVnd) : null],
        ['scan.fact.street', [merchant?.street, merchant?.district].filter(Boolean).join(', ')]);
    return all.filter(([, value]) => value);
}

function lastDigits(account) {
    return `•••• ${Array.from(account).slice(-LAST_DIGITS).join('')}`;
}

function row([key, value]) {
    const term = document.createElement('dt');
    term.textContent = text(key);
    const definition = document.createElement('dd');
    definition.textContent = value;
    const both = document.createElement('div');
    both.append(term, definition);
    return both;
}

function note({key, places}) {
    const told = document.createElement('p');
    told.className = 'notice warn';
    told.dataset.note = key;
    told.textContent = text(`scan.note.${key}`, places);
    return told;
}

function setSound(on) {
    byId('sound').setAttribute('aria-pressed', String(on));
    byId('sound-word').textContent = text(on ? 'scan.sound.on' : 'scan.sound.off');
}

/** An answer that comes after its dialog was closed is nobody's. */
function forget() {
    asked += 1;
}

function again() {
    byId('verdict').close();
    byId('payload').value = '';
    byId('camera-start').focus();
}
