// The keypad: types into the amount, in groups of three digits.
const field = document.getElementById('amount');
const keys = document.getElementById('keys');
const DIGITS_MAX = 13;
const group = document.documentElement.lang === 'en' ? ',' : '.';

function digits() {
    return field.value.replace(/\D/g, '').replace(/^0+/, '').slice(0, DIGITS_MAX);
}

function show(text) {
    field.value = text.replace(/\B(?=(\d{3})+$)/g, group);
}

function type(key) {
    const before = digits();
    if (key === 'back') {
        show(before.slice(0, -1));
    } else if ((before + key).length <= DIGITS_MAX) {
        show((before + key).replace(/^0+/, ''));
    }
}

if (keys) {
    keys.addEventListener('click', (event) => {
        const key = event.target.closest('[data-key]')?.dataset.key;
        if (key) {
            type(key);
        }
    });
    field.addEventListener('input', () => show(digits()));
    show(digits());
}
