// Answers while there is no network: with the honest page that says so, and with the page that checks codes, whose
// signatures can be held against keys that are kept. Pages about money are never kept: an old figure would be a lie.
const OFFLINE = '/ngoai-tuyen';
const LANGUAGES = ['vi', 'en'];
const KEPT_PAGES = [OFFLINE, '/kiem-tra'];
/** The published key list: newer ones are put there by the page that checks codes, and outlive this worker. */
const KEYS = '/.well-known/jwks.json';
const KEYS_CACHE = 'phopay-keys';
const FILES = [
    '/assets/fonts.css', '/assets/app.css', '/assets/app.js', '/assets/typed.js', '/assets/offline.js',
    '/assets/logo.svg', '/assets/favicon.svg', '/assets/icons.svg', '/assets/icon-192.png', '/assets/scan.css',
    '/assets/scan.js',
    '/assets/be-vietnam-pro-latin-400.woff2', '/assets/be-vietnam-pro-latin-600.woff2',
    '/assets/be-vietnam-pro-latin-800.woff2', '/assets/be-vietnam-pro-vietnamese-400.woff2',
    '/assets/be-vietnam-pro-vietnamese-600.woff2', '/assets/be-vietnam-pro-vietnamese-800.woff2',
];
const VERSION = FILES.map((file) => file.split('=')[1].slice(0, 8)).join('');
const CACHE = `phopay-${VERSION}`;

self.addEventListener('install', (event) => event.waitUntil(keep().then(() => self.skipWaiting())));

self.addEventListener('activate', (event) => event.waitUntil(forgetOthers().then(() => self.clients.claim())));

self.addEventListener('fetch', (event) => {
    const {request} = event;
    if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) {
        return;
    }
    if (request.mode === 'navigate') {
        event.respondWith(fetch(request).catch(() => keptPage(request)));
    } else if (isFile(request)) {
        event.respondWith(fetch(request).catch(() => keptFile(request)));
    }
});

/** Files that the kept pages name are found in their markup, so that this list need not repeat them. */
async function keep() {
    const cache = await caches.open(CACHE);
    await cache.addAll(FILES);
    for (const page of KEPT_PAGES) {
        for (const language of LANGUAGES) {
            await keepPage(cache, `${page}?lang=${language}`);
        }
    }
    await keepKeys();
}

/** So that a code can be checked without network by somebody who never opened that page. */
async function keepKeys() {
    const answer = await fetch(KEYS, {credentials: 'omit'});
    if (answer.ok) {
        await (await caches.open(KEYS_CACHE)).put(KEYS, answer);
    }
}

async function keepPage(cache, address) {
    const answer = await fetch(address, {cache: 'no-store', credentials: 'omit'});
    if (!answer.ok) {
        return;
    }
    await cache.put(address, answer.clone());
    const named = (await answer.text()).match(/\/assets\/[A-Za-z0-9.-]+\?v=[0-9a-f]+/g) ?? [];
    await cache.addAll([...new Set(named)]);
}

async function forgetOthers() {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => ![CACHE, KEYS_CACHE, 'phopay-language'].includes(name))
        .map((name) => caches.delete(name)));
}

async function keptPage(request) {
    const cache = await caches.open(CACHE);
    const address = new URL(request.url);
    const language = address.searchParams.get('lang') ?? await languageOfLastPage() ?? 'vi';
    const kept = KEPT_PAGES.includes(address.pathname) ? address.pathname : OFFLINE;
    return await cache.match(`${kept}?lang=${language}`) ?? await cache.match(`${OFFLINE}?lang=vi`) ?? Response.error();
}

/** The language cookie is out of reach of scripts; the page tells it after every load instead. */
async function languageOfLastPage() {
    const told = await (await caches.open('phopay-language')).match('/');
    return told ? told.text() : null;
}

function isFile(request) {
    return new URL(request.url).pathname.startsWith('/assets/');
}

async function keptFile(request) {
    const cache = await caches.open(CACHE);
    return await cache.match(request) ?? await cache.match(request, {ignoreSearch: true}) ?? Response.error();
}
