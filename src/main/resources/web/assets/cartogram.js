// The tiles: colour by a measure, walk by the arrow keys, choose one.
import {figure, format, text} from '/assets/words.js';

const LEVELS = 5;
const LEVEL_CLASSES = ['l0', 'l1', 'l2', 'l3', 'l4', 'l5', 'suppressed'];

/** The tiles of `list`; choose(code) is called as soon as a person picks one. */
export function cartogram(list, choose) {
    const tiles = [...list.querySelectorAll('.tile')];
    const codeToTile = new Map(tiles.map((tile) => [tile.dataset.district, tile]));
    const codeToShown = new Map();

    for (const tile of tiles) {
        tile.tabIndex = tile === tiles[0] ? 0 : -1;
        tile.addEventListener('click', () => pick(tile));
        tile.addEventListener('keydown', (event) => walk(event, tile));
        tile.addEventListener('animationend', () => tile.classList.remove('moved'));
    }

    function pick(tile) {
        tiles.forEach((other) => other.setAttribute('aria-pressed', String(other === tile)));
        stop(tile);
        choose(tile.dataset.district);
    }

    function stop(tile) {
        tiles.forEach((other) => { other.tabIndex = other === tile ? 0 : -1; });
    }

    function walk(event, tile) {
        const direction = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]}[event.key];
        if (!direction) {
            return;
        }
        event.preventDefault();
        const next = nearest(tile, direction);
        if (next) {
            stop(next);
            next.focus();
        }
    }

    function nearest(tile, [right, down]) {
        const from = tile.getBoundingClientRect();
        let best = null;
        let bestDistance = Infinity;
        for (const other of tiles) {
            const to = other.getBoundingClientRect();
            const along = (to.left - from.left) * right + (to.top - from.top) * down;
            const aside = Math.abs((to.left - from.left) * down) + Math.abs((to.top - from.top) * right);
            const distance = along + 3 * aside;
            if (along > 1 && distance < bestDistance) {
                best = other;
                bestDistance = distance;
            }
        }
        return best;
    }

    return {
        /** Shows `measure` of every row; a tile whose figure moved since the last time says so. */
        show(rows, measure, announce) {
            const most = Math.max(0, ...rows.map((row) => row[measure] ?? 0));
            for (const row of rows) {
                const tile = codeToTile.get(row.districtCode);
                if (tile) {
                    paint(tile, row, measure, most);
                    const shown = tile.querySelector('[data-figure]').textContent;
                    const moved = announce && codeToShown.has(row.districtCode)
                        && codeToShown.get(row.districtCode) !== shown;
                    tile.classList.toggle('moved', moved || (announce && tile.classList.contains('moved')));
                    codeToShown.set(row.districtCode, shown);
                }
            }
        },
    };

    function paint(tile, row, measure, most) {
        const {shown, withheld} = figure(row, measure, format.short);
        const level = withheld ? 'suppressed' : `l${levelOf(row[measure], most)}`;
        tile.classList.remove(...LEVEL_CLASSES.filter((name) => name !== level));
        tile.classList.add(level);
        const place = tile.querySelector('[data-figure]');
        const visible = withheld && row.suppressed ? text('suppressed.short') : withheld ? '–' : shown;
        if (place.textContent !== visible) {
            place.textContent = visible;
        }
        const name = tile.querySelector('.tile-name').textContent;
        const said = withheld ? shown : `${format.whole(row[measure])} ${text(`unit.${measure}`)}`;
        tile.setAttribute('aria-label', `${name}: ${said}`);
        tile.title = said;
    }
}

/** Steps of a square root, because the centre has a hundred times what the edge has. */
function levelOf(value, most) {
    if (value <= 0 || most <= 0) {
        return 0;
    }
    return Math.min(LEVELS, 1 + Math.floor(LEVELS * Math.sqrt(value / most) - 1e-9));
}
