// A list that is searched by typing (combobox pattern of the ARIA practices, list with manual selection). The list itself
// stays in the page and is what the form sends, so that nothing else has to know of the search.
import {text} from '/assets/texts.js';

const SHOWN_MAX = 60;

/** Lower case without the marks of Vietnamese: pho finds Phở, duong finds Đường. */
export function fold(words) {
    return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd').replace(/\s+/g, ' ').trim();
}

/**
 * The lines that hold every word of what was typed, best first: names that begin with it, then names in which a word
 * begins with it, then the rest; within each, in the order of the list.
 */
export function search(lines, typed) {
    const words = fold(typed).split(' ').filter(Boolean);
    const whole = words.join(' ');
    return lines
        .filter((line) => words.every((word) => line.found.includes(word)))
        .map((line, order) => ({line, order, rank: rank(line, whole)}))
        .sort((one, other) => one.rank - other.rank || one.order - other.order)
        .map(({line}) => line);
}

function rank(line, whole) {
    if (line.folded.startsWith(whole)) {
        return 0;
    }
    return ` ${line.found}`.includes(` ${whole}`) ? 1 : 2;
}

function readLines(select) {
    return [...select.options].filter((option) => option.value).map((option) => {
        const group = option.parentElement.label ?? '';
        const name = option.textContent.trim();
        return {
            value: option.value, name, group, folded: fold(name),
            found: fold(`${name} ${option.dataset.also ?? ''} ${group}`),
        };
    });
}

/** Puts a field to type in over select; otherwise(id, typed) is called for a typed name that the list does not hold. */
export function makeSearchable(select, otherwise) {
    new Pick(select, otherwise);
}

class Pick {
    constructor(select, otherwise) {
        this.select = select;
        this.otherwise = otherwise;
        this.lines = readLines(select);
        this.active = -1;
        this.shown = [];
        this.build();
        this.input.value = this.chosenName();
        this.input.addEventListener('input', () => this.open());
        this.input.addEventListener('click', () => this.open());
        this.input.addEventListener('keydown', (event) => this.press(event));
        this.input.addEventListener('blur', () => this.leave());
        // Before the field loses the focus, which would close the list under the finger.
        this.list.addEventListener('pointerdown', (event) => event.preventDefault());
        this.list.addEventListener('click', (event) => this.take(event.target.closest('[role=option]')));
    }

    build() {
        const {id} = this.select;
        this.input = document.createElement('input');
        Object.assign(this.input, {type: 'text', autocomplete: 'off', spellcheck: false});
        this.input.placeholder = text('register.search');
        const described = this.select.getAttribute('aria-describedby');
        const attributes = {
            role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': `${id}-list`,
            'aria-haspopup': 'listbox',
            ...(described && {'aria-describedby': described}),
            ...(this.select.getAttribute('aria-invalid') && {'aria-invalid': 'true'}),
        };
        Object.entries(attributes).forEach(([name, value]) => this.input.setAttribute(name, value));
        this.list = document.createElement('ul');
        Object.assign(this.list, {id: `${id}-list`, className: 'pick-list', hidden: true});
        this.list.setAttribute('role', 'listbox');
        const label = document.querySelector(`label[for="${id}"]`);
        this.list.setAttribute('aria-label', label.textContent);
        this.count = document.createElement('p');
        this.count.className = 'visually-hidden';
        this.count.setAttribute('role', 'status');
        const box = document.createElement('div');
        box.className = 'pick';
        this.select.before(box);
        box.append(this.input, this.list, this.count);
        this.select.id = `${id}-select`;
        this.select.hidden = true;
        // The label and the list of faults lead to the id: it is the field's from now on.
        this.input.id = id;
    }

    chosenName() {
        return this.lines.find((line) => line.value === this.select.value)?.name ?? '';
    }

    open() {
        const typed = this.input.value;
        const unchanged = typed === this.chosenName();
        this.shown = search(this.lines, unchanged ? '' : typed).slice(0, SHOWN_MAX);
        const leaves = !unchanged && typed.trim() !== '' && this.select.dataset.otherwise;
        this.list.replaceChildren(
            ...this.shown.map((line, index) => this.option(index, line.name, line.group)),
            ...(leaves ? [this.option(this.shown.length, text('register.otherwise', {typed: typed.trim()}), '')] : []),
        );
        this.leaves = Boolean(leaves);
        this.activate(unchanged || this.shown.length === 0 ? -1 : 0);
        this.expand(this.list.children.length > 0);
        this.count.textContent = this.shown.length
            ? text('register.found', {count: this.shown.length}) : text('register.nothing');
    }

    option(index, name, group) {
        const item = document.createElement('li');
        item.id = `${this.list.id}-${index}`;
        item.className = 'pick-option';
        item.setAttribute('role', 'option');
        item.dataset.index = index;
        item.append(name);
        if (group) {
            const small = document.createElement('small');
            small.textContent = group;
            item.append(small);
        }
        return item;
    }

    activate(index) {
        this.active = index;
        [...this.list.children].forEach((item, at) => item.setAttribute('aria-selected', String(at === index)));
        const item = this.list.children[index];
        if (item) {
            this.input.setAttribute('aria-activedescendant', item.id);
            item.scrollIntoView({block: 'nearest'});
        } else {
            this.input.removeAttribute('aria-activedescendant');
        }
    }

    expand(expanded) {
        this.list.hidden = !expanded;
        this.input.setAttribute('aria-expanded', String(expanded));
    }

    press(event) {
        const isOpen = !this.list.hidden;
        const count = this.list.children.length;
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            if (!isOpen) {
                this.open();
            } else {
                const step = event.key === 'ArrowDown' ? 1 : -1;
                this.activate((this.active + step + count) % count);
            }
        } else if (event.key === 'Enter' && isOpen) {
            event.preventDefault();
            this.take(this.list.children[this.active]);
        } else if (event.key === 'Escape' && isOpen) {
            event.stopPropagation();
            this.expand(false);
        }
    }

    take(item) {
        if (!item) {
            return;
        }
        const index = Number(item.dataset.index);
        if (this.leaves && index === this.shown.length) {
            const typed = this.input.value.trim();
            this.choose(undefined);
            this.otherwise(this.select.dataset.otherwise, typed);
        } else {
            this.choose(this.shown[index]);
        }
    }

    choose(line) {
        this.select.value = line?.value ?? '';
        this.input.value = line?.name ?? '';
        this.expand(false);
        this.select.dispatchEvent(new Event('change', {bubbles: true}));
    }

    /** What was typed and not chosen counts where it is one line's whole name, or nobody else's beginning. */
    leave() {
        this.expand(false);
        const typed = fold(this.input.value);
        if (typed === fold(this.chosenName())) {
            return;
        }
        const exact = this.lines.filter((line) => line.folded === typed);
        const found = typed === '' ? [] : search(this.lines, typed);
        const only = exact.length === 1 ? exact : found;
        if (only.length === 1) {
            this.choose(only[0]);
        } else {
            // The words stay for the eye; nothing is chosen, which the next screen will not let pass.
            this.select.value = '';
            this.select.dispatchEvent(new Event('change', {bubbles: true}));
        }
    }
}
