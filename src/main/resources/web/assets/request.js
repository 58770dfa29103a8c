// Counts down while a code waits for its payment, and shows what became of it as soon as the server knows.
import {swapper, whileSeen} from '/assets/swap.js';
import {text} from '/assets/texts.js';

const PERIOD_MS = 1000;
const OPEN = ['PENDING', 'UNDERPAID'];
const lost = document.getElementById('lost');
const say = document.getElementById('say');
const swap = swapper('#request', '#ways');
let failures = 0;

const request = () => document.getElementById('request');

function count() {
    const waiting = document.getElementById('waiting');
    if (waiting) {
        const seconds = Math.max(0, Math.round((Date.parse(request().dataset.expires) - Date.now()) / 1000));
        waiting.textContent = text('pad.left', {
            minutes: String(Math.floor(seconds / 60)).padStart(2, '0'), seconds: String(seconds % 60).padStart(2, '0'),
        });
    }
}

async function look() {
    const before = request().dataset.status + request().dataset.paid;
    try {
        await swap();
        failures = 0;
    } catch {
        failures += 1;
    }
    lost.hidden = failures < 3;
    if (before !== request().dataset.status + request().dataset.paid) {
        tell();
    }
    count();
    return OPEN.includes(request().dataset.status);
}

function tell() {
    say.textContent = request().dataset.said || request().querySelector('.notice, h1').textContent;
}

if (OPEN.includes(request().dataset.status)) {
    count();
    setInterval(count, PERIOD_MS);
    whileSeen(PERIOD_MS, look);
}
