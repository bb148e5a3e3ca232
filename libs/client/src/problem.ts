/** The problem document (RFC 9457) that the server answers with. `code` is stable, the wording is not. */
export interface ProblemDocument {
  readonly type?: string;
  readonly code: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly hint?: string;
  readonly errors?: readonly { readonly pointer: string; readonly code?: string; readonly detail: string }[];
  readonly [more: string]: unknown;
}

/** An answer that is no success, with what the server said about it. */
export class ApiProblem extends Error {
  readonly request: string;
  readonly problem: ProblemDocument;

  constructor(request: string, problem: ProblemDocument) {
    const fields = (problem.errors ?? []).map(({ pointer, detail }) => `${pointer}: ${detail}`);
    const sentences = [`${request}: ${problem.status} ${problem.code}`, problem.detail, ...fields, problem.hint];
    super(
      sentences
        .map((text) => text?.replace(/\.$/, ''))
        .filter(Boolean)
        .join('. '),
    );
    this.request = request;
    this.problem = problem;
  }
}

/** Reads the answer's problem document; an answer without one (a proxy's, say) still becomes a problem. */
export async function problemOf(request: string, answer: Response): Promise<ApiProblem> {
  const text = await answer.text();
  return new ApiProblem(
    request,
    documentIn(text) ?? {
      code: 'UNKNOWN',
      title: answer.statusText,
      status: answer.status,
      detail: text.slice(0, 500),
    },
  );
}

function documentIn(text: string): ProblemDocument | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'code' in value ? (value as ProblemDocument) : undefined;
  } catch {
    return undefined; // not JSON: the caller shows the text as it is
  }
}
