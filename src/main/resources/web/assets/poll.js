// Asks for a resource again and again, sparingly: by entity tag, not while the page is hidden, slower after failures.
const PERIOD_MS = 2000;
const BACKOFF_MS_MAX = 30000;
const TIMEOUT_MS = 10000;

/** Calls update(json) after every change of what `address()` names, and lost() or found() as the server goes and comes. */
export function poll(address, {update, lost, found}) {
    let tag = null;
    let last = null;
    let failures = 0;
    let timer = null;

    async function ask() {
        timer = null;
        let wait = PERIOD_MS;
        try {
            wait = await look();
            failures = 0;
            found();
        } catch (fault) {
            failures += 1;
            wait = Math.min(BACKOFF_MS_MAX, PERIOD_MS * 2 ** failures);
            lost(fault);
        }
        if (!document.hidden) {
            timer = setTimeout(ask, wait);
        }
    }

    async function look() {
        const asked = address();
        if (asked !== last) {
            tag = null;
            last = asked;
        }
        const headers = tag === null ? {} : {'If-None-Match': tag};
        const answer = await fetch(asked, {headers, cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS)});
        if (answer.status === 200) {
            tag = answer.headers.get('ETag');
            update(await answer.json());
        } else if (answer.status !== 304) {
            throw new Error(`status ${answer.status}`);
        }
        return PERIOD_MS;
    }

    document.addEventListener('visibilitychange', () => {
        if (!document.hidden && timer === null) {
            timer = setTimeout(ask, 0);
        }
    });
    ask();
}
