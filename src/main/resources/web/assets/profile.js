// A download leaves the page where it is, so its form may be sent again after a while.
const SENT_AGAIN_AFTER_MS = 10000;

document.getElementById('export')?.addEventListener('submit', (event) => {
    const form = event.currentTarget;
    setTimeout(() => delete form.dataset.sent, SENT_AGAIN_AFTER_MS);
});
