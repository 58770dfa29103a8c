// One code on the screen: keeps the screen on while it is shown, and fills it where the browser can.
const screen = document.getElementById('screen');
const full = document.getElementById('full');

async function keepOn() {
    try {
        await navigator.wakeLock?.request('screen');
    } catch {
        // The screen then goes dark as the phone has it.
    }
}

if (screen) {
    keepOn();
    document.addEventListener('visibilitychange', () => {
        if (!document.hidden) {
            keepOn();
        }
    });
    if (screen.requestFullscreen) {
        full.hidden = false;
        full.addEventListener('click', () => screen.requestFullscreen());
    }
}
