// The same figures as a table: sorted by any column, kept in order while they move.
import {figure} from '/assets/words.js';

export function figureTable(table) {
    const body = table.tBodies[0];
    const codeToLine = new Map([...body.rows].map((line) => [line.dataset.row, line]));
    const buttons = [...table.querySelectorAll('[data-sort]')];
    let rows = [];
    let column = 'transactions';
    let falling = true;

    buttons.forEach((button) => button.addEventListener('click', () => sortBy(button.dataset.sort)));

    function sortBy(name) {
        falling = name === column ? !falling : name !== 'district';
        column = name;
        arrange();
    }

    function nameOf(row) {
        return codeToLine.get(row.districtCode).cells[0].textContent;
    }

    function compare(one, other) {
        const byName = nameOf(one).localeCompare(nameOf(other), document.documentElement.lang);
        if (column === 'district') {
            return falling ? -byName : byName;
        }
        // What is withheld stands last whichever way the column is sorted.
        const [first, second] = [one[column] ?? null, other[column] ?? null];
        if (first === null || second === null) {
            return first === second ? byName : first === null ? 1 : -1;
        }
        return (falling ? second - first : first - second) || byName;
    }

    function arrange() {
        const order = rows.filter((row) => codeToLine.has(row.districtCode)).sort(compare);
        const unchanged = order.every((row, i) => body.rows[i] === codeToLine.get(row.districtCode));
        if (!unchanged) {
            body.append(...order.map((row) => codeToLine.get(row.districtCode)));
        }
        for (const button of buttons) {
            const sorted = button.dataset.sort === column ? (falling ? 'descending' : 'ascending') : 'none';
            button.parentElement.setAttribute('aria-sort', sorted);
        }
    }

    return {
        show(newRows) {
            rows = newRows;
            for (const row of rows) {
                for (const cell of codeToLine.get(row.districtCode)?.querySelectorAll('[data-column]') ?? []) {
                    const {shown, withheld} = figure(row, cell.dataset.column);
                    cell.textContent = shown;
                    cell.classList.toggle('withheld', withheld);
                }
            }
            arrange();
        },
        choose(code) {
            codeToLine.forEach((line, other) => line.classList.toggle('chosen', other === code));
        },
    };
}
