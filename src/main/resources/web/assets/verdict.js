/*
 * One verdict on a code out of two: what this browser finds by the key list, and what the service says, which alone
 * knows suspended shops and fresh revocations. Where they differ the worse one counts, and it is said that they do.
 */
import {currentKeys} from '/assets/keys.js';
import {isStale, verify} from '/assets/vietqr.js';

const ADDRESS = '/api/v1/qr-codes/verify';
const WAIT_MS = 5000;
const HOUR_MS = 3_600_000;
const RETRY_S_DEFAULT = 5;
const RESULT_TO_STATUS = {
    BAD_CRC: 'MALFORMED',
    BAD_TLV: 'MALFORMED',
    NOT_VIETQR: 'MALFORMED',
    UNSIGNED: 'UNSIGNED',
    BAD_LAYOUT: 'FORGED',
    BAD_SIGNATURE: 'FORGED',
    UNSUPPORTED_SCHEME: 'UNKNOWN_KEY',
    UNKNOWN_KEY: 'UNKNOWN_KEY',
    KEY_REVOKED: 'REVOKED',
    REVOKED: 'REVOKED',
    NOT_YET_VALID: 'EXPIRED',
    EXPIRED: 'EXPIRED',
    VALID_STALE_LIST: 'GENUINE',
    VALID: 'GENUINE',
};
const FROM_BEST_TO_WORST = [
    'GENUINE', 'EXPIRED', 'SUSPENDED', 'UNKNOWN_KEY', 'UNSIGNED', 'MALFORMED', 'REVOKED', 'FORGED'];
/** What only the service can know, so that it is no contradiction. */
const ONLY_SERVICE_KNOWS = ['GENUINE REVOKED', 'GENUINE SUSPENDED', 'UNSIGNED FORGED'];

/**
 * Judges a payload: {status, merchant, vietQr, keyId, detail, notes}. `status` is one of the service's words, or
 * UNCHECKED where neither could tell; `vietQr` is whom the payload names; `notes` are {key, places} of texts to show.
 * Never throws.
 */
export async function judge(payload, guid) {
    const [keys, answer] = await Promise.all([currentKeys(), ask(payload)]);
    const found = await verify(payload, {
        guid, keyList: keys?.keyList ?? {keys: [], revokedSerials: new Set()}, now: keys?.now ?? Date.now()});
    return merge(found, answer, keys);
}

async function ask(payload) {
    if (!navigator.onLine) {
        return {fault: 'offline'};
    }
    try {
        const answer = await fetch(ADDRESS, {
            method: 'POST',
            headers: {'Content-Type': 'application/json'},
            body: JSON.stringify({payload}),
            credentials: 'omit',
            cache: 'no-store',
            signal: AbortSignal.timeout(WAIT_MS),
        });
        if (answer.ok) {
            return {verdict: await answer.json()};
        }
        const seconds = answer.headers.get('Retry-After') ?? RETRY_S_DEFAULT;
        return answer.status === 429 || answer.status === 503 ? {fault: 'crowded', seconds} : {fault: 'failed'};
    } catch {
        return {fault: 'offline'};
    }
}

/** Exported for tests: what `verify` found, what `ask` heard, and the keys or null. */
export function merge(found, answer, keys) {
    const own = ownStatus(found, keys);
    const theirs = answer.verdict?.status ?? null;
    const status = worse(own, theirs);
    return {
        status,
        merchant: (status === theirs && answer.verdict.merchant) || null,
        vietQr: found.vietQr,
        keyId: answer.verdict?.keyId ?? found.claims?.keyId ?? null,
        detail: [found.result, answer.verdict?.detail].filter(Boolean).join(' · '),
        notes: notes(own, theirs, answer, keys),
    };
}

/** Without a list every key is unknown: then this browser has not checked, which is another thing. */
function ownStatus(found, keys) {
    return keys === null && found.result === 'UNKNOWN_KEY' ? 'UNCHECKED' : RESULT_TO_STATUS[found.result];
}

function worse(own, theirs) {
    if (theirs === null || !FROM_BEST_TO_WORST.includes(theirs)) {
        return own;
    }
    if (own === 'UNCHECKED') {
        return theirs;
    }
    return FROM_BEST_TO_WORST.indexOf(own) > FROM_BEST_TO_WORST.indexOf(theirs) ? own : theirs;
}

function notes(own, theirs, answer, keys) {
    if (theirs !== null) {
        const agree = own === theirs || own === 'UNCHECKED' || ONLY_SERVICE_KNOWS.includes(`${own} ${theirs}`);
        return agree ? [] : [{key: 'differ'}];
    }
    const told = [{key: answer.fault, places: {seconds: answer.seconds}}];
    if (own === 'UNCHECKED') {
        told.push({key: 'nokeys'});
    } else if (keys !== null && isStale(keys.keyList, keys.now)) {
        const made = keys.keyList.issuedAt ?? keys.keyList.nextUpdate;
        told.push({key: 'stale', places: {hours: Math.max(1, Math.floor((keys.now - made) / HOUR_MS))}});
    }
    return told;
}
