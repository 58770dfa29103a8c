// A form that was sent after the session had ended is not lost: what was typed waits in this tab until its writer has
// logged in again, and then stands in the form as before. So does a note beside which something is looked for on the same
// page. Passwords and files are never kept.

const KEY = 'phopay-typed';
const LOG_IN = '/dang-nhap';
const KEPT = 'textarea, select, input:not([type=hidden], [type=password], [type=file], [type=submit], [type=button])';

function take() {
    try {
        const text = sessionStorage.getItem(KEY);
        sessionStorage.removeItem(KEY);
        return text ? JSON.parse(text) : null;
    } catch {
        return null;
    }
}

function put(typed) {
    try {
        sessionStorage.setItem(KEY, JSON.stringify(typed));
    } catch {
        // A browser that keeps nothing loses what was typed, as it always did.
    }
}

function sent() {
    return [...document.querySelectorAll('form[method=post i]')];
}

function fields(form) {
    return [...form.elements].filter((field) => field.name && field.matches(KEPT));
}

function read(field) {
    return [field.name, field.value, field.checked ?? null];
}

function keepForm(form, rest) {
    const values = fields(form).map(read);
    if (values.some(([, value, checked]) => checked ?? value.trim() !== '')) {
        put({path: location.pathname, search: location.search, form: sent().indexOf(form), values, ...rest});
    }
}

function hasNote(form) {
    return [...form.querySelectorAll('textarea')].some((note) => note.value.trim() !== '');
}

function keep(event) {
    const form = event.target;
    if (event.defaultPrevented) {
        return;
    }
    if (form.method === 'post') {
        keepForm(form, {});
    } else if (new URL(form.action).pathname === location.pathname) {
        const beside = sent().find(hasNote);
        if (beside) {
            keepForm(beside, {looked: true});
        }
    }
}

/** The log-in leads back to the page of the form. */
function leadBack() {
    const typed = take();
    const back = document.querySelector('form[action="/dang-nhap"] input[name=tiep]');
    if (typed && back) {
        back.value ||= typed.path + typed.search;
        put({...typed, ended: true});
    }
}

function fill(field, values) {
    const choice = field.type === 'checkbox' || field.type === 'radio';
    const found = values.find(([name, value]) => name === field.name && (!choice || value === field.value));
    if (found && choice) {
        field.checked = found[2];
    } else if (found) {
        field.value = found[1];
    }
}

function putBack(typed) {
    const form = sent()[typed.form];
    if (form) {
        const open = fields(form);
        open.forEach((field) => fill(field, typed.values));
        for (let around = form.closest('details'); around; around = around.parentElement.closest('details')) {
            around.open = true;
        }
        if (typed.ended) {
            open.find((field) => field.matches('textarea, input[type=text]') && field.value)?.focus();
        }
    }
}

export function keepTyped() {
    if (location.pathname === LOG_IN) {
        leadBack();
        return;
    }
    const typed = take();
    if ((typed?.ended || typed?.looked) && typed.path === location.pathname) {
        putBack(typed);
    }
    document.addEventListener('submit', keep);
}
