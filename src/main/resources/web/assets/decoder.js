// The worker that reads QR codes where the browser cannot: a module worker around one library.
import {decodeQR} from '/assets/paulmillr-qr-decode.js';

const utf8 = new TextDecoder('utf-8');
const toText = (bytes) => utf8.decode(bytes);
/** Of a camera the next frame is worth more than a long look at this one; a picture is all there is. */
const LIVE = {timeLimit: 60, textDecoder: toText};
const THOROUGH = {effort: Infinity, timeLimit: 1500, textDecoder: toText};

/** Answers {id, data, width, height, thorough} with {id, text}; text is null where no code is seen. */
onmessage = ({data: {id, data, width, height, thorough}}) => {
    postMessage({id, text: read({data, width, height}, thorough ? THOROUGH : LIVE)});
};

/** The library says by an exception that it sees nothing. */
function read(picture, options) {
    try {
        return decodeQR(picture, options);
    } catch {
        return null;
    }
}
