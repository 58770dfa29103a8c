// Ed25519 (RFC 8032): by the browser where it can, else by a library of ours that is loaded only then.

let library = null;

/** Whether `signature` (64 bytes) is that of `key` (32 raw bytes) over `message`. */
export async function verifySignature(signature, message, key) {
    if (library === null) {
        try {
            const imported = await crypto.subtle.importKey('raw', key, {name: 'Ed25519'}, false, ['verify']);
            return await crypto.subtle.verify({name: 'Ed25519'}, imported, signature, message);
        } catch {
            // A browser that does not know Ed25519, or a key it does not take.
        }
        library = await import('/assets/noble-ed25519.js');
    }
    return library.verifyAsync(signature, message, key, {zip215: false});
}
