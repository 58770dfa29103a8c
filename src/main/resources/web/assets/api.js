// Calls of the JSON API by the page's own session: the cookie goes by itself, the CSRF token as a header.
const TIMEOUT_MS = 15000;

/** What went wrong with a call: the status, and the problem document (RFC 9457) where there was one. */
export class ApiProblem extends Error {
    constructor(status, problem) {
        super(problem?.title ?? `status ${status}`);
        this.status = status;
        this.problem = problem;
    }
}

/** The answer's JSON; throws ApiProblem for a refusal and TypeError where the network failed. */
export async function call(method, path, body, headers = {}) {
    const answer = await fetch(path, {
        method,
        headers: {
            ...(body === undefined ? {} : {'Content-Type': 'application/json'}),
            'X-CSRF-Token': document.querySelector('meta[name=csrf]')?.content ?? '',
            ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        cache: 'no-store',
        signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const json = answer.status === 204 ? null : await answer.json().catch(() => null);
    if (!answer.ok) {
        throw new ApiProblem(answer.status, json);
    }
    return json;
}
