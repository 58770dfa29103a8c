// Desks work without it: it adds one box that ticks all, and keys for whoever works through a list.

function tickAll() {
    document.querySelectorAll('[data-tick-all]').forEach((all) => {
        const form = all.closest('form');
        const boxes = [...form.querySelectorAll(`input[type=checkbox][name="${all.dataset.tickAll}"]`)];
        all.closest('[data-all]').hidden = boxes.length < 2;
        all.addEventListener('change', () => boxes.forEach((box) => {
            box.checked = all.checked;
        }));
        form.addEventListener('change', () => {
            all.checked = boxes.every((box) => box.checked);
        });
    });
}

/** Within a list J and K walk through its rows, as in programs that people work in all day; Enter opens. */
function walk() {
    const rows = [...document.querySelectorAll('.desk-table tbody th[scope="row"] a')];
    document.addEventListener('keydown', (event) => {
        const typing = event.target.closest('input, select, textarea, [contenteditable]');
        const step = {j: 1, k: -1}[event.key];
        const here = event.target.closest('.desk-table');
        if (step === undefined || here === null || typing !== null || event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        const next = rows[rows.indexOf(document.activeElement) + step] ?? rows[step > 0 ? 0 : rows.length - 1];
        next?.focus();
    });
}

tickAll();
walk();
