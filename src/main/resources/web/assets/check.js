/*
 * The morning check: the camera reads the owner's own sticker, or a picture is read, and the form is sent as it is sent
 * without scripts. What the code means is for the server to say.
 */
import {text} from '/assets/texts.js';
import {shrunk} from '/assets/photo.js';

/** Where the browser cannot read a picture itself it is made so small, in pixels, and read by the server. */
const SERVER_SIDE_PX = 2000;

const byId = (id) => document.getElementById(id);
const form = byId('check');
const says = byId('says');
let scanner = null;

const load = () => import('/assets/scanner.js');

function say(key, fallback = key) {
    says.textContent = text(key) ?? text(fallback);
}

function send(payload, way) {
    form.elements.payload.value = payload;
    form.elements.way.value = way;
    form.elements.picture.value = '';
    say('check.sending');
    form.requestSubmit();
}

async function start() {
    byId('scan').disabled = true;
    say('check.opening');
    try {
        const {startScanner} = await load();
        byId('camera').hidden = false;
        scanner = startScanner({
            video: byId('video'),
            onText: (payload) => {
                stop();
                navigator.vibrate?.(60);
                send(payload, 'CAMERA');
            },
            onError: (fault) => {
                stop();
                say(fault.key, 'check.nocamera');
                byId('picture').focus();
            },
            onReady: ({torch}) => {
                byId('torch').hidden = !torch;
                say('check.hold');
            },
        });
        byId('stop').focus();
    } catch (fault) {
        console.warn('the scanner cannot be loaded', fault);
        stop();
        say('check.nocamera');
    }
}

function stop() {
    scanner?.stop();
    scanner = null;
    byId('camera').hidden = true;
    byId('torch').setAttribute('aria-pressed', 'false');
    byId('scan').disabled = false;
}

async function light() {
    const on = byId('torch').getAttribute('aria-pressed') !== 'true';
    const lit = await scanner?.torch(on).catch(() => false);
    byId('torch').setAttribute('aria-pressed', String(Boolean(lit)));
}

/** A picture is read here where that is possible: nothing is sent but its text. */
async function readPicture() {
    const [file] = byId('picture').files;
    if (!file) {
        return;
    }
    stop();
    say('check.reading');
    try {
        const {readPicture: read} = await load();
        send(await read(file), 'PICTURE');
    } catch (fault) {
        if (fault.kind === 'picture') {
            say('check.notpicture');
            return;
        }
        byId('picture').files = (await shrunk(file, SERVER_SIDE_PX)).files;
        say('check.sending');
        form.requestSubmit();
    }
}

byId('scan').addEventListener('click', start);
byId('stop').addEventListener('click', () => {
    stop();
    say('check.stopped');
    byId('scan').focus();
});
byId('torch').addEventListener('click', light);
byId('picture').addEventListener('change', readPicture);
window.addEventListener('pagehide', stop);
