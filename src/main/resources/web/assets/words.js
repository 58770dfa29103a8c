// The texts of this page's language, which the server wrote into it; scripts hold none of their own.
const texts = JSON.parse(document.body.dataset.messages);

/** The text of key, with its {places} filled in; undefined where there is none. */
export function text(key, places = {}) {
    return texts[key]?.replace(/\{(\w+)}/g, (whole, name) => places[name] ?? whole);
}

const locale = text('locale');
const wholeNumber = new Intl.NumberFormat(locale, {maximumFractionDigits: 0});
const shortNumber = new Intl.NumberFormat(locale, {notation: 'compact', maximumSignificantDigits: 3});
const share = new Intl.NumberFormat(locale, {style: 'percent', maximumFractionDigits: 1});
const clock = new Intl.DateTimeFormat(locale, {
    timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
});

export const format = {
    whole: (number) => wholeNumber.format(number),
    short: (number) => (Math.abs(number) < 10000 ? wholeNumber : shortNumber).format(number),
    share: (number) => share.format(number),
    time: (moment) => clock.format(moment),
};

/**
 * What is shown for the figure `name` of a row: a withheld figure is said to be withheld and is never a zero; one that
 * there is nothing to take from is said to be missing.
 */
export function figure(row, name, write = format.whole) {
    if (row[name] !== null && row[name] !== undefined) {
        return {shown: write(row[name]), withheld: false};
    }
    return {shown: text(row.suppressed ? 'suppressed' : 'none'), withheld: true};
}
