// Today's figures: the whole city's from the series, the districts' from their own resource.
import {figure, format, text} from '/assets/words.js';
import {cartogram} from '/assets/cartogram.js';
import {figureTable} from '/assets/table.js';
import {poll} from '/assets/poll.js';

const SERIES = '/api/v1/adoption/series';
const DISTRICTS = '/api/v1/adoption/districts';
const DETAILS = ['transactions', 'amount', 'medianAmount', 'activeOutlets7d', 'activeOutlets30d',
    'registeredMerchants', 'approvedMerchants', 'qrCodesIssued'];
const SVG = 'http://www.w3.org/2000/svg';
const HISTORY_WIDTH = 300;
const HISTORY_HEIGHT = 56;

export function startFigures() {
    const byId = (id) => document.getElementById(id);
    const table = figureTable(byId('table'));
    const map = cartogram(byId('map'), choose);
    let rows = [];
    let measure = 'transactions';
    let chosen = null;
    let districtsStarted = false;
    // The server says which business day it is; the visitor's own clock may be anywhere.
    let today = null;

    byId('measure').addEventListener('change', (event) => {
        measure = event.target.value;
        map.show(rows, measure, false);
    });

    poll(() => SERIES, {update: showCity, lost, found: () => {}});

    function showCity(series) {
        today = series.to;
        const day = series.points.at(-1);
        write('today-transactions', day, 'transactions');
        write('today-amount', day, 'amount');
        drawHistory(byId('history'), series.points);
        if (!districtsStarted) {
            districtsStarted = true;
            poll(() => `${DISTRICTS}?from=${today}&to=${today}`, {update: showDistricts, lost, found});
        }
    }

    function showDistricts(page) {
        rows = page.items;
        map.show(rows, measure, true);
        table.show(rows);
        const busy = rows.filter((row) => row.transactions > 0 || (row.suppressed && row.transactions === null));
        setText(byId('today-districts'), format.whole(busy.length));
        showDetail();
    }

    function write(id, day, name) {
        const {shown, withheld} = figure(day, name);
        setText(byId(id), withheld && day.suppressed ? text('city.suppressed') : shown);
    }

    function found() {
        byId('pulse').classList.remove('lost');
        byId('updated').textContent = text('updated', {time: format.time(new Date())});
    }

    function lost() {
        byId('pulse').classList.add('lost');
        byId('updated').textContent = text('lost');
    }

    function choose(code) {
        chosen = code;
        table.choose(code);
        showDetail();
    }

    function showDetail() {
        const row = rows.find((one) => one.districtCode === chosen);
        if (!row) {
            return;
        }
        byId('detail-choose').hidden = true;
        byId('detail-name').textContent = row.districtName;
        const list = DETAILS.map((name) => [name, figure(row, name)]);
        if (row.adoptionRate !== null) {
            list.push(['adoptionRate', figure(row, 'adoptionRate', format.share)]);
        }
        const details = byId('detail-figures');
        list.forEach(([name, value], i) => {
            const term = details.children[2 * i] ?? details.appendChild(document.createElement('dt'));
            const fact = details.children[2 * i + 1] ?? details.appendChild(document.createElement('dd'));
            setText(term, text(`figure.${name}`));
            setText(fact, value.shown);
            fact.classList.toggle('withheld', value.withheld);
        });
        while (details.children.length > 2 * list.length) {
            details.lastChild.remove();
        }
    }
}

/** Leaves an equal text alone, so that a live region says only what changed. */
function setText(element, shown) {
    if (element.textContent !== shown) {
        element.textContent = shown;
    }
}

function drawHistory(drawing, points) {
    const most = Math.max(1, ...points.map((point) => point.transactions ?? 0));
    const step = HISTORY_WIDTH / points.length;
    drawing.replaceChildren(...points.map((point, i) => {
        const bar = document.createElementNS(SVG, 'rect');
        const height = Math.max(1, (point.transactions ?? 0) / most * HISTORY_HEIGHT);
        bar.setAttribute('x', (i * step + step * 0.12).toFixed(2));
        bar.setAttribute('y', (HISTORY_HEIGHT - height).toFixed(2));
        bar.setAttribute('width', (step * 0.76).toFixed(2));
        bar.setAttribute('height', height.toFixed(2));
        bar.classList.toggle('now', i === points.length - 1);
        return bar;
    }));
    drawing.setAttribute('aria-label', text('history', {
        max: format.whole(Math.max(0, ...points.map((point) => point.transactions ?? 0))),
        today: figure(points.at(-1), 'transactions').shown,
    }));
}
