// Verifies a pasted payload. What the server says is written as text only: a payload may hold anything.
import {text} from '/assets/words.js';

const ADDRESS = '/api/v1/qr-codes/verify';
const MERCHANT_FACTS = ['displayName', 'accountName', 'bank', 'street', 'district'];
const RETRY_S_DEFAULT = 5;
/** Each verdict has a tone and a shape, so that no one needs colours to tell them apart. */
const STATUS_TO_LOOK = {
    GENUINE: {tone: 'good', icon: 'good'},
    EXPIRED: {tone: 'warn', icon: 'warn'},
    REVOKED: {tone: 'bad', icon: 'bad'},
    SUSPENDED: {tone: 'warn', icon: 'warn'},
    UNSIGNED: {tone: 'unknown', icon: 'unknown'},
    FORGED: {tone: 'bad', icon: 'bad'},
    UNKNOWN_KEY: {tone: 'unknown', icon: 'unknown'},
    MALFORMED: {tone: 'warn', icon: 'broken'},
};

export function startVerify() {
    const byId = (id) => document.getElementById(id);
    const form = byId('verify-form');
    const waiting = byId('verdict-says').textContent;
    let asked = 0;

    form.addEventListener('submit', (event) => {
        event.preventDefault();
        verify(byId('payload').value.trim());
    });
    form.addEventListener('reset', () => {
        asked += 1;
        say(waiting);
        byId('payload').focus();
    });

    async function verify(payload) {
        asked += 1;
        const mine = asked;
        if (payload === '') {
            say(text('verify.empty'));
            byId('payload').focus();
            return;
        }
        say(text('verify.busy'));
        const show = await ask(payload);
        if (mine === asked) {
            show();
        }
    }

    async function ask(payload) {
        try {
            const answer = await fetch(ADDRESS, {
                method: 'POST',
                headers: {'Content-Type': 'application/json'},
                body: JSON.stringify({payload}),
            });
            if (answer.ok) {
                const verdict = await answer.json();
                return () => showVerdict(verdict);
            }
            if (answer.status === 429 || answer.status === 503) {
                const seconds = answer.headers.get('Retry-After') ?? RETRY_S_DEFAULT;
                return () => say(text('verify.crowded', {seconds}));
            }
        } catch (fault) {
            console.warn('verification failed', fault);
        }
        return () => say(text('verify.failed'));
    }

    function say(message) {
        clear();
        byId('verdict').dataset.tone = 'waiting';
        byId('verdict-says').textContent = message;
    }

    function clear() {
        delete byId('verdict').dataset.status;
        byId('verdict-word').textContent = '';
        byId('verdict-detail').textContent = '';
        byId('verdict-facts').replaceChildren();
        byId('verdict-icon').removeAttribute('href');
    }

    function showVerdict(verdict) {
        const look = STATUS_TO_LOOK[verdict.status];
        if (!look) {
            say(text('verify.failed'));
            return;
        }
        clear();
        byId('verdict').dataset.tone = look.tone;
        byId('verdict').dataset.status = verdict.status;
        byId('verdict-icon').setAttribute('href', `#icon-${look.icon}`);
        byId('verdict-word').textContent = text(`verdict.${verdict.status}`);
        byId('verdict-says').textContent = text(`verdict.${verdict.status}.says`);
        byId('verdict-detail').textContent = verdict.detail ?? '';
        byId('verdict-facts').replaceChildren(...facts(verdict));
    }

    function facts(verdict) {
        const merchant = verdict.merchant ?? {};
        const known = MERCHANT_FACTS.filter((name) => merchant[name])
            .flatMap((name) => fact(text(`merchant.${name}`), merchant[name], ''));
        const key = verdict.keyId ? fact(text('verify.key'), verdict.keyId, 'code') : [];
        return [...known, ...fact(text('verify.code'), verdict.status, 'code'), ...key];
    }
}

function fact(label, value, className) {
    const term = document.createElement('dt');
    term.textContent = label;
    const definition = document.createElement('dd');
    definition.textContent = value;
    definition.className = className;
    return [term, definition];
}
