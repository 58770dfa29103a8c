// Keeps the figures of the city's pages fresh: asks for the live part and puts in what changed, without moving the page.
import {whileSeen} from '/assets/swap.js';
import {clock, text} from '/assets/texts.js';

const PERIOD_MS = 5000;
const TIMEOUT_MS = 10000;
const SAY_AGAIN_MS = 30000;
const AWAKE_MS_MAX = 24 * 60 * 60 * 1000;

const live = document.querySelector('[data-live]');
const state = document.getElementById('live-state');
const said = document.getElementById('live-said');
const told = new Map(parts(document).map((part) => [part.dataset.part, part.outerHTML]));
let tag = '';
let saidAt = 0;
let trouble = '';

function parts(root) {
    return [...root.querySelectorAll('[data-part]')];
}

/** Puts in what the server says otherwise than last time; what has the focus keeps it. */
function put(markup) {
    let changed = false;
    const fresh = new DOMParser().parseFromString(markup, 'text/html');
    parts(fresh).forEach((part) => {
        const name = part.dataset.part;
        if (told.get(name) !== part.outerHTML) {
            told.set(name, part.outerHTML);
            const old = document.querySelector(`[data-part="${CSS.escape(name)}"]`);
            const focused = old?.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
            old?.replaceWith(document.adoptNode(part));
            if (focused) {
                part.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus({preventScroll: true});
            }
            changed = true;
        }
    });
    return changed;
}

function tell(key) {
    if (trouble !== key) {
        trouble = key;
        const words = text(key, {at: clock(Date.now())});
        state.textContent = words;
        state.dataset.state = key;
        document.documentElement.dataset.live = key;
        if (key !== 'city.live') {
            said.textContent = words;
        }
    }
}

async function turn() {
    let answer;
    try {
        answer = await fetch(live.dataset.live, {
            cache: 'no-store', redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS),
            headers: tag ? {'If-None-Match': tag} : {},
        });
    } catch {
        tell('city.lost');
        return true;
    }
    if (answer.type === 'opaqueredirect' || answer.status === 401) {
        tell('city.ended');
        return true;
    }
    if (answer.status !== 200 && answer.status !== 304) {
        tell('city.lost');
        return true;
    }
    if (answer.status === 200) {
        const changed = put(await answer.text());
        tag = answer.headers.get('ETag') ?? '';
        if (changed && Date.now() - saidAt > SAY_AGAIN_MS) {
            saidAt = Date.now();
            said.textContent = text('city.fresh');
        }
    }
    tell('city.live');
    if (live.dataset.renew !== undefined && performance.now() > AWAKE_MS_MAX) {
        // A screen runs for months: once a day, while the server answers, it takes the page as it is by then.
        location.reload();
    }
    return true;
}

tell('city.live');
whileSeen(Number(live.dataset.period ?? PERIOD_MS), turn);
