// Makes a registration easier where scripts run: long lists are searched by typing, passwords can be shown, and the last
// four digits of an account are said aloud on the page. Without scripts every form works as it stands.
import {makeSearchable} from '/assets/pick.js';
import {text} from '/assets/texts.js';

const END_LENGTH = 4;

/** The way out of the list of streets: an address in words, begun with what was typed. */
function writeAddress(id, typed) {
    const box = document.getElementById(id);
    const address = document.getElementById('address');
    box.open = true;
    if (!address.value) {
        address.value = [document.getElementById('houseNumber').value, typed].filter(Boolean).join(' ');
        document.getElementById('houseNumber').value = '';
    }
    document.getElementById('area').focus();
}

function letShow(button) {
    const password = document.getElementById('password');
    const show = (shown) => {
        password.type = shown ? 'text' : 'password';
        button.textContent = text(shown ? 'register.hide' : 'register.show');
    };
    button.addEventListener('click', () => {
        show(password.type === 'password');
        password.focus();
    });
    password.form.addEventListener('submit', () => show(false));
}

function sayEnd(number) {
    const place = document.getElementById('account-end');
    const say = () => {
        const bare = number.value.replace(/[\s.]/g, '');
        place.textContent = bare.length < END_LENGTH
            ? '' : text('register.accountEnd', {end: bare.slice(-END_LENGTH)});
    };
    number.addEventListener('change', say);
    say();
}

/** As banks write a holder: capitals without marks. */
function writeAsBanksDo(name) {
    name.addEventListener('change', () => {
        name.value = name.value.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().replace(/Đ/g, 'D').trim();
    });
}

document.querySelectorAll('select[data-pick]').forEach((select) => makeSearchable(select, writeAddress));
const showPassword = document.getElementById('show-password');
if (showPassword) {
    letShow(showPassword);
}
const number = document.getElementById('accountNumber');
if (number) {
    sayEnd(number);
    writeAsBanksDo(document.getElementById('accountName'));
}
