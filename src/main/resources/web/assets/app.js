// Runs on every page of the portal: the service worker, faults that take the focus, forms that are sent once and whose
// text outlives a session.
import {keepTyped} from '/assets/typed.js';

function startWorker() {
    if ('serviceWorker' in navigator && window.isSecureContext) {
        navigator.serviceWorker.register('/service-worker.js').catch(() => {
            // Without it pages need the network, as they say.
        });
    }
    if ('caches' in window) {
        caches.open('phopay-language')
            .then((cache) => cache.put('/', new Response(document.documentElement.lang)))
            .catch(() => {});
    }
}

function showFaults() {
    document.getElementById('faults')?.focus();
}

/** A second tap on a form that is under way does nothing. */
function sendOnce() {
    document.addEventListener('submit', (event) => {
        const form = event.target;
        if (event.defaultPrevented || form.dataset.sent === undefined) {
            form.dataset.sent = '';
        } else {
            event.preventDefault();
        }
    });
    window.addEventListener('pageshow', () => {
        document.querySelectorAll('form[data-sent]').forEach((form) => delete form.dataset.sent);
    });
}

startWorker();
showFaults();
sendOnce();
keepTyped();
