// Codes that wait for their check: a mark on the tab, and on the installed app's icon where the phone can show one.
const page = document.querySelector('[data-due]');
const card = document.querySelector('.todo a[href="/kiem-tra-sang"]');
const due = Number(page?.dataset.due ?? (card ? 1 : 0));

function markTab() {
    const tab = document.querySelector('.tab[href="/ma-qr"]');
    tab?.querySelector('.tab-count')?.remove();
    if (tab && due > 0) {
        const mark = document.createElement('span');
        mark.className = 'tab-count';
        mark.textContent = page === null ? '!' : due > 99 ? '99+' : String(due);
        tab.append(mark);
    }
}

function markIcon() {
    const done = due > 0 ? navigator.setAppBadge?.() : navigator.clearAppBadge?.();
    done?.catch(() => {
        // Only installed apps have an icon.
    });
}

markTab();
markIcon();
