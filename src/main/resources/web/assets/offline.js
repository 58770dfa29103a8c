// The page that is shown while there is no network: "again" tries the page that was wanted.
const again = document.getElementById('again');
if (!location.pathname.startsWith('/ngoai-tuyen')) {
    again.href = location.href;
}
window.addEventListener('online', () => location.assign(again.href));
