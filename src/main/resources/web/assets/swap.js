// Brings parts of this page up to date without loading it again, by asking the server for the same page.

/**
 * A function that replaces the elements that the selectors find where the server says something else than last time,
 * and leaves alone what scripts changed meanwhile; it throws where the server cannot be asked.
 */
export function swapper(...selectors) {
    const selectorToTold = new Map(selectors.map((selector) => [selector, markup(document.querySelector(selector))]));
    return async function swap() {
        const answer = await fetch(location.href, {cache: 'no-store', signal: AbortSignal.timeout(10000)});
        if (!answer.ok || answer.redirected) {
            throw new Error(`status ${answer.status}`);
        }
        const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
        selectorToTold.forEach((told, selector) => {
            const now = fresh.querySelector(selector);
            if (markup(now) !== told) {
                selectorToTold.set(selector, markup(now));
                document.querySelector(selector)?.replaceWith(document.adoptNode(now));
            }
        });
    };
}

function markup(element) {
    return element?.outerHTML ?? '';
}

/** Does `work` every so many milliseconds while the page is seen, and at once when it is seen again. */
export function whileSeen(periodMs, work) {
    let timer = null;
    async function turn() {
        timer = null;
        if (!document.hidden) {
            const goOn = await work().catch(() => true);
            timer = goOn === false ? null : setTimeout(turn, periodMs);
        }
    }
    document.addEventListener('visibilitychange', () => {
        if (!document.hidden && timer === null) {
            turn();
        }
    });
    timer = setTimeout(turn, periodMs);
}
