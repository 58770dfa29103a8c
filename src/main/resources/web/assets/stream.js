// Listens to the shop's payments as Server-Sent Events (WHATWG HTML section 9.2), by fetch rather than EventSource: so
// it hears the signs of life, which EventSource keeps to itself, and learns why it was refused.
const LOST_AFTER_MS = 15000;
/** Signs of life come every 8 seconds; a new connection is tried before anybody is told that the old one is lost. */
const RENEW_AFTER_MS = 12000;
/** The first byte of a connection comes at once, or it is a bad one. */
const FIRST_BYTE_WITHIN_MS = 6000;
/** A page that slept longer than this between two looks was frozen, not cut off: it has this long to find back. */
const FROZEN_MS = 5000;
const LOOK_EVERY_MS = 500;
const WAITS_MS = [300, 700, 1500, 3000, 5000];
/** Who may not listen has to do something first. */
const REFUSED_WAIT_MS = 20000;

/**
 * Listens at `address` from after place `after` on, for ever. Calls `payment(data, missed)` for each payment, `missed`
 * where it came while the connection was lost; `heard()` at every first sign of a connection; `lost()` once no byte has
 * come for 15 seconds, and `back()` at the first byte after that; `refused(status)` where it may listen no more, or not
 * now, which it tries again later. Gives a function that stops it.
 */
export function listen(address, after, {payment, heard, lost, back, refused}) {
    let place = after;
    let lastByteAt = Date.now();
    let lastLookAt = Date.now();
    let isLost = false;
    let away = false;
    let attempts = 0;
    let connection = null;
    let patientUntil = Infinity;
    let waiting = null;
    let stopped = false;

    async function connect() {
        waiting = null;
        const own = new AbortController();
        connection = own;
        patientUntil = Date.now() + FIRST_BYTE_WITHIN_MS;
        let wait = null;
        try {
            const answer = await fetch(address, {
                headers: place ? {Accept: 'text/event-stream', 'Last-Event-ID': place} : {Accept: 'text/event-stream'},
                cache: 'no-store',
                redirect: 'manual',
                signal: own.signal,
            });
            if (answer.ok) {
                await read(answer.body, own);
            } else {
                wait = giveUp(answer);
            }
        } catch {
            // Cut, or never there: what matters is the silence, which is measured.
        }
        if (connection === own) {
            connection = null;
            retry(wait ?? WAITS_MS[Math.min(attempts, WAITS_MS.length - 1)]);
        }
    }

    function giveUp(answer) {
        if (answer.status === 400) {
            // The place is too old to go on from; the page has to be read anew.
            place = null;
        }
        const status = answer.type === 'opaqueredirect' ? 401 : answer.status;
        refused(status);
        return status < 500 && status !== 429 ? REFUSED_WAIT_MS : WAITS_MS.at(-1);
    }

    async function read(body, own) {
        const reader = body.pipeThrough(new TextDecoderStream()).getReader();
        const missing = away;
        let rest = '';
        let block = {};
        heard();
        for (;;) {
            const {done, value} = await reader.read();
            if (done || connection !== own) {
                return;
            }
            noteByte();
            const lines = (rest + value).split('\n');
            rest = lines.pop();
            for (const line of lines) {
                if (line === '') {
                    hand(block, missing);
                    block = {};
                } else {
                    const [, name, text] = line.match(/^([a-z]*): ?(.*)$/) ?? [];
                    block[name] = text;
                }
            }
        }
    }

    function hand({event, id, data}, missing) {
        place = id ?? place;
        if (event === 'payment' && data) {
            const told = JSON.parse(data);
            payment(told, missing && told.missed);
        }
    }

    function noteByte() {
        lastByteAt = Date.now();
        patientUntil = lastByteAt + RENEW_AFTER_MS;
        attempts = 0;
        away = false;
        if (isLost) {
            isLost = false;
            back();
        }
    }

    function retry(wait) {
        if (!stopped) {
            attempts += 1;
            waiting = setTimeout(connect, wait * (0.75 + Math.random() / 2));
        }
    }

    function renew() {
        connection?.abort();
        connection = null;
        clearTimeout(waiting);
        connect();
    }

    function look() {
        const now = Date.now();
        const frozen = now - lastLookAt > FROZEN_MS && now - lastByteAt > FROZEN_MS;
        lastLookAt = now;
        if (frozen) {
            away = true;
            lastByteAt = now - LOST_AFTER_MS + FROZEN_MS;
            renew();
            return;
        }
        if (now - lastByteAt >= LOST_AFTER_MS && !isLost) {
            isLost = true;
            away = true;
            lost();
        }
        if (connection !== null && now >= patientUntil) {
            renew();
        }
    }

    function lookNow() {
        look();
        if (connection === null && waiting !== null) {
            renew();
        }
    }

    const looks = setInterval(look, LOOK_EVERY_MS);
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', lookNow);
    connect();
    return () => {
        stopped = true;
        clearInterval(looks);
        clearTimeout(waiting);
        connection?.abort();
        document.removeEventListener('visibilitychange', look);
        window.removeEventListener('online', lookNow);
    };
}
