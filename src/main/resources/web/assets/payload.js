/*
 * Takes VietQR payloads apart (EMVCo merchant-presented mode, NAPAS profile on tag 38), as the server's reader does:
 * the same faults at the same characters, in the same order. ConformanceTest holds the two against each other.
 * Nothing throws, whatever the text.
 */
const NAPAS_GUID = 'A000000727';
const CRC_HEADER = '6304';
const FIRST_UNRESERVED = 80;
const VND = '704';
/** ISO 4217: how many digits a currency has behind the point where it is not two; 4 are allowed where it is unknown. */
const FRACTION_DIGITS = {
    0: '020 056 108 112 152 174 262 300 324 352 380 392 410 442 450 548 600 620 626 642 646 704 724 792 800 940 950 '
        + '952 953 974',
    2: '004 008 012 031 032 036 040 044 050 051 052 060 064 068 072 084 090 096 100 104 116 124 132 136 144 156 170 '
        + '188 191 192 196 203 208 214 222 230 232 233 238 242 246 250 270 276 288 292 320 328 332 340 344 348 356 '
        + '360 364 372 376 388 396 398 404 408 417 418 422 426 428 430 440 446 454 458 462 470 478 480 484 496 498 '
        + '504 508 516 524 528 532 533 554 558 566 578 586 590 598 604 608 624 634 643 654 678 682 690 694 702 703 '
        + '705 706 710 716 728 736 740 748 752 756 760 764 776 780 784 795 807 810 818 826 834 840 858 860 862 882 '
        + '886 891 894 901 924 925 926 928 929 930 931 932 933 934 935 936 937 938 941 942 943 944 945 946 947 948 '
        + '949 951 967 968 969 970 971 972 973 975 976 977 978 979 980 981 984 985 986 997 998',
    3: '048 368 400 414 434 512 788',
};
const FRACTION_DIGITS_MAX = 4;
const AMOUNT_LENGTH_MAX = 13;
const utf8 = new TextEncoder();

/** CRC-16 with polynomial 0x1021, start value 0xFFFF, over bytes; as four upper-case hex digits. */
export function crc16(bytes) {
    let crc = 0xFFFF;
    for (const byte of bytes) {
        crc ^= byte << 8;
        for (let bit = 0; bit < 8; bit += 1) {
            crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1;
        }
    }
    return (crc & 0xFFFF).toString(16).toUpperCase().padStart(4, '0');
}

/**
 * The objects `ID LL VALUE` of chars[from, to): {objects, fault}. Lengths count characters. With a fault, the objects
 * before it. An object is {id, start, valueStart, end, value}.
 */
function readSequence(chars, from, to) {
    const objects = [];
    const seen = new Set();
    for (let start = from; start < to;) {
        const headerEnd = Math.min(start + 4, to);
        for (let index = start; index < headerEnd; index += 1) {
            if (!/^[0-9]$/.test(chars[index])) {
                return {objects, fault: fault('BAD_TLV', index)};
            }
        }
        const length = Number(chars[start + 2] + chars[start + 3]);
        const id = chars[start] + chars[start + 1];
        if (headerEnd < start + 4 || length === 0 || headerEnd + length > to || seen.has(id)) {
            return {objects, fault: fault('BAD_TLV', start)};
        }
        const end = headerEnd + length;
        seen.add(id);
        objects.push({id, start, valueStart: headerEnd, end, value: chars.slice(headerEnd, end).join('')});
        start = end;
    }
    return {objects, fault: null};
}

/** Positions are told from 1 on. */
function fault(code, index) {
    return {code, position: index + 1};
}

/** A payload taken apart: checksum checked, root objects and template members by path. */
export class Structure {
    constructor(text) {
        this.chars = Array.from(text);
        this.roots = [];
        this.pathToObject = new Map();
        this.fault = this.readAll();
    }

    readAll() {
        const lone = this.chars.findIndex((char) => /^[\uD800-\uDFFF]$/.test(char));
        if (lone >= 0 || this.chars.length === 0) {
            return fault('BAD_TLV', Math.max(0, lone));
        }
        const crcStart = this.chars.length - 8;
        if (crcStart >= 0 && this.slice(crcStart, crcStart + 4) === CRC_HEADER && !this.hasRightCrc(crcStart + 4)) {
            return fault('BAD_CRC', crcStart + 4);
        }
        const root = readSequence(this.chars, 0, this.chars.length);
        if (root.fault) {
            return root.fault;
        }
        this.roots = root.objects;
        return this.readTemplates();
    }

    hasRightCrc(valueStart) {
        const printed = this.slice(valueStart, this.chars.length).replace(/[a-z]/g, (char) => char.toUpperCase());
        return printed === crc16(utf8.encode(this.slice(0, valueStart)));
    }

    readTemplates() {
        let first = null;
        for (const object of this.roots) {
            this.pathToObject.set(object.id, object);
            first = this.readTemplate(object) ?? first;
            if (first) {
                return first;
            }
        }
        return first;
    }

    readTemplate(object) {
        if (object.id === '38') {
            return this.readBeneficiaryTemplate(object);
        }
        if (object.id === '62' || object.id === '64') {
            return this.readStrictly(object.id, object);
        }
        const number = Number(object.id);
        if (number >= FIRST_UNRESERVED || (number >= 26 && number <= 51)) {
            const members = this.members(object);
            if (!members.fault && members.objects[0].id === '00') {
                this.putMembers(object.id, members);
            }
        }
        return null;
    }

    readBeneficiaryTemplate(object) {
        const found = this.readStrictly('38', object);
        const beneficiary = this.find('38.01');
        if (found || !beneficiary || this.value('38.00') !== NAPAS_GUID) {
            return found;
        }
        return this.readStrictly('38.01', beneficiary);
    }

    readStrictly(path, template) {
        const members = this.members(template);
        this.putMembers(path, members);
        return members.fault;
    }

    putMembers(path, members) {
        members.objects.forEach((member) => this.pathToObject.set(`${path}.${member.id}`, member));
    }

    /** The members of an object read as a template, whatever it is. */
    members(object) {
        return readSequence(this.chars, object.valueStart, object.end);
    }

    slice(from, to) {
        return this.chars.slice(from, to).join('');
    }

    find(path) {
        return this.pathToObject.get(path);
    }

    value(path) {
        return this.find(path)?.value ?? null;
    }

    hasNapasGuid() {
        return this.value('38.00') === NAPAS_GUID;
    }

    isOtherScheme() {
        if (this.find('38')) {
            return this.find('38.00') !== undefined && !this.hasNapasGuid();
        }
        return this.roots.some((object) => Number(object.id) >= 2 && Number(object.id) <= 51);
    }
}

/** What breaks a rule of contents in a structure without fault: the one that stands first, or null. */
export function contentFault(structure) {
    const faults = [...presence(structure), ...formats(structure), ...amounts(structure),
        ...(structure.isOtherScheme() ? [] : beneficiary(structure))];
    return faults.reduce((first, next) => (first && first.position <= next.position ? first : next), null);
}

function presence(structure) {
    const end = structure.find('63')?.start ?? structure.chars.length;
    const asked = structure.isOtherScheme() ? ['00', '53', '58', '63'] : ['00', '53', '58', '01', '38', '63'];
    const faults = asked.filter((id) => !structure.find(id)).map(() => fault('MISSING_OBJECT', end));
    const format = structure.find('00');
    const crc = structure.find('63');
    if (format && format.start !== 0) {
        faults.push(fault('BAD_ORDER', format.start));
    }
    if (crc && crc.end !== structure.chars.length) {
        faults.push(fault('BAD_ORDER', crc.start));
    }
    return faults;
}

const PATH_TO_FORMAT = {
    '00': /^01$/,
    '01': /^1[12]$/,
    '52': /^[0-9]{4}$/,
    '53': /^[0-9]{3}$/,
    '58': /^[A-Za-z]{2}$/,
    '63': /^.{4}$/su,
    '62.09': /^(?!.*(.).*\1)[AME]{1,3}$/,
};

function formats(structure) {
    return Object.entries(PATH_TO_FORMAT)
        .filter(([path, format]) => structure.find(path) && !format.test(structure.value(path)))
        .map(([path]) => fault('BAD_FORMAT', structure.find(path).valueStart));
}

function amounts(structure) {
    const bad = (id, code = 'BAD_AMOUNT') => fault(code, structure.find(id).valueStart);
    const faults = ['54', '56']
        .filter((id) => structure.find(id) && !isAmount(structure.value(id), fractionDigits(structure.value('53'))))
        .map((id) => bad(id));
    const percentage = structure.value('57');
    if (percentage !== null && !(/^[0-9]{1,2}(\.[0-9]{0,2})?$/.test(percentage) && /[1-9]/.test(percentage))) {
        faults.push(bad('57'));
    }
    const tip = structure.value('55');
    if (tip !== null && !/^0[123]$/.test(tip)) {
        faults.push(bad('55', 'BAD_TIP'));
        return faults;
    }
    for (const [id, kind] of [['56', '02'], ['57', '03']]) {
        if (structure.find(id) && tip !== kind) {
            faults.push(bad(id, 'BAD_TIP'));
        } else if (!structure.find(id) && tip === kind) {
            faults.push(bad('55', 'BAD_TIP'));
        }
    }
    return faults;
}

function isAmount(value, digits) {
    return value.length <= AMOUNT_LENGTH_MAX && /[1-9]/.test(value)
        && new RegExp(`^[0-9]+(\\.[0-9]{0,${digits}})?$`).test(value);
}

function fractionDigits(currency) {
    const found = Object.entries(FRACTION_DIGITS).find(([, codes]) => codes.split(' ').includes(currency));
    return found ? Number(found[0]) : FRACTION_DIGITS_MAX;
}

function beneficiary(structure) {
    const template = structure.find('38');
    if (!template) {
        return [];
    }
    const faults = [];
    const requireMember = (within, path) => structure.find(path)
        ?? faults.push(fault('MISSING_OBJECT', within.end));
    requireMember(template, '38.00');
    requireMember(template, '38.01');
    const account = structure.find('38.01');
    if (!account || !structure.hasNapasGuid()) {
        return faults;
    }
    requireMember(account, '38.01.00');
    requireMember(account, '38.01.01');
    const isWrong = {
        '38.01.00': (value) => !/^[0-9]{6}$/.test(value),
        '38.01.01': (value) => Array.from(value).length > 19,
        '38.02': (value) => Array.from(value).length > 10,
    };
    Object.entries(isWrong)
        .filter(([path, test]) => structure.find(path) && test(structure.value(path)))
        .forEach(([path]) => faults.push(fault('BAD_FORMAT', structure.find(path).valueStart)));
    return faults;
}

/** Whom the code pays, as printed; only of a structure in which no rule is broken. */
export function payeeOf(structure) {
    const amount = structure.value('54');
    return {
        initiation: structure.value('01'),
        bin: structure.value('38.01.00'),
        account: structure.value('38.01.01'),
        service: structure.value('38.02'),
        amountVnd: amount !== null && structure.value('53') === VND ? Number.parseInt(amount, 10) : null,
        name: structure.value('59'),
        memo: structure.value('62.08'),
        reference: structure.value('62.05'),
    };
}
