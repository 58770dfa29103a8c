// The published key list, kept for when there is no network. Nothing else is kept.
import {readKeyList} from '/assets/vietqr.js';

const ADDRESS = '/.well-known/jwks.json';
/** The service worker leaves this cache alone, and fills it when it is installed. */
const CACHE = 'phopay-keys';
const WAIT_MS = 4000;
/** A phone's clock that is this far from a list made just now is wrong; a list tells its full minute. */
const CLOCK_MS_MAX = 10 * 60_000;

/**
 * {keyList, now}: the newest list that can be had, from the network or as it was kept, and the time to judge by, in
 * milliseconds; null where none was ever fetched or this browser cannot read it. Never throws.
 */
export async function currentKeys() {
    const fresh = await fetchList();
    const text = fresh ?? await keptList();
    try {
        const keyList = await readKeyList(JSON.parse(text));
        if (fresh !== null) {
            await keep(fresh);
        }
        return {keyList, now: fresh === null ? Date.now() : trueTime(keyList)};
    } catch {
        return null;
    }
}

function trueTime(keyList) {
    const phone = Date.now();
    const made = keyList.issuedAt ?? phone;
    return Math.abs(phone - made) > CLOCK_MS_MAX ? made : phone;
}

async function fetchList() {
    try {
        const answer = await fetch(
            ADDRESS, {cache: 'no-cache', credentials: 'omit', signal: AbortSignal.timeout(WAIT_MS)});
        return answer.ok ? await answer.text() : null;
    } catch {
        return null;
    }
}

async function keptList() {
    try {
        const kept = await (await caches.open(CACHE)).match(ADDRESS);
        return kept ? await kept.text() : null;
    } catch {
        return null;
    }
}

/** A browser without room, or on an insecure address, does without. */
async function keep(text) {
    try {
        await (await caches.open(CACHE)).put(ADDRESS, new Response(text));
    } catch {
        // The next visit fetches it again.
    }
}
