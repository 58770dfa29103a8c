/*
 * Tells in the browser, without asking anybody, whether a code was issued by the operator and not changed. The same
 * checks in the same order as the server's QrVerifier; the first that fails gives the result:
 *
 * BAD_CRC, BAD_TLV, NOT_VIETQR, UNSIGNED, BAD_LAYOUT, UNSUPPORTED_SCHEME, UNKNOWN_KEY, BAD_SIGNATURE, KEY_REVOKED,
 * NOT_YET_VALID, EXPIRED, REVOKED, VALID_STALE_LIST, VALID.
 */
import {verifySignature} from '/assets/ed25519.js';
import {contentFault, payeeOf, Structure} from '/assets/payload.js';

const CLOCK_SKEW_MS_MAX = 300_000;
/** How long a list is good that names no next update. */
const FRESH_FOR_MS = 24 * 3_600_000;
const HALF_LENGTH = 43;
const DOMAIN = 'emvqr-sig-v1\n';
const ascii = new TextEncoder();

/**
 * Checks one payload at an instant.
 *
 * @param text what the symbol holds; nothing is trimmed
 * @param trust {guid, keyList, now}: the operator's GUID, a list from readKeyList, milliseconds since 1970
 * @return {result, claims, vietQr, fault}: claims {keyId, serial, issuedAt, expiresAt} (seconds) or null; vietQr, whom
 *     it pays, or null where a rule is broken; fault {code, position} or null
 */
export async function verify(text, trust) {
    const structure = new Structure(text);
    const reading = read(structure);
    if (structure.fault) {
        return {...reading, result: structure.fault.code};
    }
    const last = structure.roots.at(-1);
    if (last.id !== '63' || last.end - last.valueStart !== 4) {
        return {...reading, result: 'BAD_CRC'};
    }
    const block = findSignature(structure, trust.guid);
    if (block === null) {
        return {...reading, result: resultOr(reading, 'UNSIGNED')};
    }
    if (block.isMisplaced) {
        return {...reading, result: 'BAD_LAYOUT'};
    }
    const result = await judgeSigned(structure, block, trust);
    const isGood = result === 'VALID' || result === 'VALID_STALE_LIST';
    return {...reading, result: isGood ? resultOr(reading, result) : result, claims: block.claims};
}

function read(structure) {
    const fault = structure.fault ?? contentFault(structure);
    const isOther = !fault && structure.isOtherScheme();
    return {claims: null, vietQr: fault || isOther ? null : payeeOf(structure), fault, isOther};
}

function resultOr(reading, result) {
    if (reading.fault) {
        return 'BAD_TLV';
    }
    return reading.isOther ? 'NOT_VIETQR' : result;
}

async function judgeSigned(structure, block, {keyList, now}) {
    const {claims} = block;
    if (block.scheme !== 'E1') {
        return 'UNSUPPORTED_SCHEME';
    }
    const candidates = keyList.keys.filter((key) => key.id === claims.keyId);
    if (candidates.length === 0) {
        return 'UNKNOWN_KEY';
    }
    const key = await findSigner(structure, block, candidates);
    if (!key) {
        return 'BAD_SIGNATURE';
    }
    if (key.status === 'compromised') {
        return 'KEY_REVOKED';
    }
    if (claims.issuedAt === null || claims.expiresAt === null || claims.expiresAt <= claims.issuedAt) {
        return 'BAD_LAYOUT';
    }
    return judgeTimes(key, claims, keyList, now);
}

function judgeTimes(key, claims, keyList, now) {
    const issuedAt = claims.issuedAt * 1000;
    if ((key.signFrom !== null && issuedAt < key.signFrom) || (key.signUntil !== null && issuedAt > key.signUntil)) {
        return 'KEY_REVOKED';
    }
    if (issuedAt > now + CLOCK_SKEW_MS_MAX) {
        return 'NOT_YET_VALID';
    }
    if (now > claims.expiresAt * 1000) {
        return 'EXPIRED';
    }
    if (keyList.revokedSerials.has(claims.serial)) {
        return 'REVOKED';
    }
    return isStale(keyList, now) ? 'VALID_STALE_LIST' : 'VALID';
}

async function findSigner(structure, block, candidates) {
    if (block.signature === null || structure.chars.some((char) => char < ' ' || char > '~')) {
        return null;
    }
    const message = ascii.encode(DOMAIN + structure.slice(0, block.signedLength));
    for (const key of candidates) {
        if (await verifySignature(block.signature, message, key.raw)) {
            return key;
        }
    }
    return null;
}

/** The three templates: null where there are none, {isMisplaced} where they are not as they must be. */
function findSignature(structure, guid) {
    const places = structure.roots.map((object, place) => (carries(structure, object, guid) ? place : -1))
        .filter((place) => place >= 0);
    if (places.length === 0) {
        return null;
    }
    const first = structure.roots.length - 4;
    if (places.join() !== [first, first + 1, first + 2].join()) {
        return {isMisplaced: true};
    }
    return readBlock(structure, structure.roots.slice(first, first + 3));
}

function carries(structure, object, guid) {
    if (Number(object.id) < 80) {
        return false;
    }
    const members = structure.members(object);
    return !members.fault && member(members, '00')?.value === guid;
}

function member(members, id) {
    return members.objects.find((object) => object.id === id);
}

function readBlock(structure, templates) {
    const [meta, ...halves] = templates.map((template) => structure.members(template));
    const [first, last] = halves.map((half) => (half.objects.length === 2 ? member(half, '01') : undefined));
    const isWhole = (half) => half && half.end - half.valueStart === HALF_LENGTH;
    if (['01', '02', '03', '04', '05'].some((id) => !member(meta, id)) || !isWhole(first) || !isWhole(last)) {
        return {isMisplaced: true};
    }
    const value = (id) => member(meta, id).value;
    const time = (digits) => (/^[0-9]{10}$/.test(digits) ? Number(digits) : null);
    return {
        isMisplaced: false,
        scheme: value('01'),
        claims: {keyId: value('02'), serial: value('05'), issuedAt: time(value('03')), expiresAt: time(value('04'))},
        signedLength: templates[1].start,
        signature: fromBase64Url(first.value + last.value),
    };
}

/** The bytes, or null where the text is not the one right form (RFC 4648 section 3.5): the spare bits must be zero. */
function fromBase64Url(text) {
    if (!/^[A-Za-z0-9_-]+$/.test(text) || text.length % 4 === 1) {
        return null;
    }
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return toBase64Url(binary) === text ? Uint8Array.from(binary, (char) => char.charCodeAt(0)) : null;
}

function toBase64Url(binary) {
    return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The published list (JSON Web Key Set with signFrom, signUntil, status, issuedAt, nextUpdate and revokedSerials) as
 * `verify` takes it. Keys of other kinds, of unknown status or not 32 bytes long are left out. A key's id is computed
 * from the key (base64url of the first 6 bytes of its SHA-256), the stated one is not trusted. Throws where it is none.
 */
export async function readKeyList(json) {
    if (!Array.isArray(json?.keys)) {
        throw new Error('the key list has no array "keys"');
    }
    const keys = [];
    for (const jwk of json.keys) {
        const raw = isUsable(jwk) ? fromBase64Url(jwk.x) : null;
        if (raw?.length === 32) {
            keys.push({id: await keyId(raw), raw, status: jwk.status ?? 'active',
                signFrom: instant(jwk.signFrom), signUntil: instant(jwk.signUntil)});
        }
    }
    return {keys, issuedAt: instant(json.issuedAt), nextUpdate: instant(json.nextUpdate),
        revokedSerials: new Set((json.revokedSerials ?? []).map(String))};
}

function isUsable(jwk) {
    return jwk?.kty === 'OKP' && jwk.crv === 'Ed25519' && (jwk.use ?? 'sig') === 'sig' && typeof jwk.x === 'string'
        && ['active', 'retired', 'compromised'].includes(jwk.status ?? 'active');
}

async function keyId(raw) {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', raw));
    return toBase64Url(String.fromCharCode(...digest.subarray(0, 6)));
}

/** Milliseconds of an RFC 3339 time or of Unix seconds; null where there is none. */
function instant(value) {
    if (value === null || value === undefined) {
        return null;
    }
    const millis = typeof value === 'number' ? value * 1000 : Date.parse(value);
    if (Number.isNaN(millis)) {
        throw new Error('a time in the key list cannot be read');
    }
    return millis;
}

/** Whether a newer list should have been fetched by `now`; one that gives no time cannot be told to be stale. */
export function isStale(keyList, now) {
    if (keyList.nextUpdate !== null) {
        return now > keyList.nextUpdate;
    }
    return keyList.issuedAt !== null && now > keyList.issuedAt + FRESH_FOR_MS;
}
