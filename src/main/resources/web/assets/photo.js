/*
 * Photos of phones are large and tell where they were taken. They are made small before they are sent, which also drops
 * what they tell; the server does the same to whatever it gets.
 */
import {text} from '/assets/texts.js';

const SIDE_PX_MAX = 1600;
const QUALITY = 0.85;

/** The same picture as JPEG of at most `sidePx`, in a list that a file field takes; as it was where it cannot be read. */
export async function shrunk(file, sidePx) {
    const list = new DataTransfer();
    list.items.add(await smaller(file, sidePx).catch(() => file));
    return list;
}

async function smaller(file, sidePx) {
    const bitmap = await createImageBitmap(file, {imageOrientation: 'from-image'});
    const scale = Math.min(1, sidePx / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
    return new File([blob], 'photo.jpg', {type: 'image/jpeg'});
}

const field = document.getElementById('photo');
const preview = document.getElementById('preview');
const says = document.getElementById('photo-says');

async function choose() {
    const [file] = field.files;
    preview.hidden = true;
    says.textContent = '';
    if (!file) {
        return;
    }
    says.textContent = text('check.report.photo.preparing');
    const list = await shrunk(file, SIDE_PX_MAX);
    field.files = list.files;
    const [chosen] = list.files;
    URL.revokeObjectURL(preview.src);
    preview.src = URL.createObjectURL(chosen);
    preview.onload = () => {
        preview.hidden = false;
        says.textContent = text('check.report.photo.ready');
    };
    preview.onerror = () => {
        says.textContent = text('check.report.photo.unreadable');
    };
}

field?.addEventListener('change', choose);
