// Keeps the screen on while somebody listens, where the browser can; it lets go whenever the page is hidden.
let wanted = false;
let lock = null;

async function hold() {
    if (!wanted || lock !== null || document.visibilityState !== 'visible' || !navigator.wakeLock) {
        return;
    }
    try {
        lock = await navigator.wakeLock.request('screen');
        lock.addEventListener('release', () => {
            lock = null;
        });
    } catch {
        // The battery is low, or the browser does not want to.
    }
}

/** From now on. */
export function stayAwake() {
    wanted = true;
    hold();
}

/** No longer. */
export function mayFallAsleep() {
    wanted = false;
    lock?.release();
}

document.addEventListener('visibilitychange', hold);
