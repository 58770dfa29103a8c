// The texts that this page's scripts show, which the server wrote into it; scripts hold none of their own.
const texts = JSON.parse(document.body.dataset.messages || '{}');

/** The text of key, with its {places} filled in; undefined where there is none. */
export function text(key, places = {}) {
    return texts[key]?.replace(/\{(\w+)}/g, (whole, name) => places[name] ?? whole);
}

const vietnamese = document.documentElement.lang !== 'en';
const whole = new Intl.NumberFormat(vietnamese ? 'vi-VN' : 'en-GB', {maximumFractionDigits: 0});

/** A whole amount of đồng as the page writes it. */
export function dong(amount) {
    return `${whole.format(amount)}\u00a0\u20ab`;
}

/** Hour, minute (and second) in Hanoi. */
export function clock(moment, seconds = false) {
    return new Intl.DateTimeFormat('en-GB', {
        timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', second: seconds ? '2-digit' : undefined,
        hourCycle: 'h23',
    }).format(moment);
}
