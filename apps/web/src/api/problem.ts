/** One fault of a form; `pointer` is an RFC 6901 pointer into what was sent. */
export interface Fault {
  readonly pointer: string;
  /** What the form calls the member. */
  readonly name?: string;
  readonly code: string;
  readonly message: string;
}

/** An event that came between what somebody saw and what they sent. */
export interface Since {
  readonly revision: number;
  readonly type: string;
  readonly at: string;
  readonly actor: string;
}

/** What the server answers instead of what was asked: RFC 9457, Chinese for people and a stable code for programs. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly basis: string | undefined;
  readonly errors: readonly Fault[];
  readonly data: Readonly<Record<string, unknown>>;

  constructor(said: {
    status: number;
    code: string;
    title: string;
    detail: string;
    basis?: string;
    errors?: readonly Fault[];
    data?: Readonly<Record<string, unknown>>;
  }) {
    super(said.detail);
    this.name = 'Problem';
    this.status = said.status;
    this.code = said.code;
    this.title = said.title;
    this.detail = said.detail;
    this.basis = said.basis;
    this.errors = said.errors ?? [];
    this.data = said.data ?? {};
  }

  /** Somebody else acted in between: which revision was seen, which one stands, and what came between. */
  get conflict(): { readonly expected: number; readonly actual: number; readonly since: readonly Since[] } | undefined {
    if (this.code !== 'STALE') return undefined;
    const { expected, actual, since } = this.data as { expected: number; actual: number; since: readonly Since[] };
    return { expected, actual, since };
  }
}

const UNREACHABLE = {
  status: 0,
  code: 'UNREACHABLE',
  title: '连接不上服务器',
  detail: '请检查网络；已填写的内容仍在页面上，恢复后可再次提交。',
};

/** The problem in an answer that isn't a success. */
export async function problemIn(response: Response): Promise<Problem> {
  try {
    const body = (await response.json()) as ConstructorParameters<typeof Problem>[0];
    if (typeof body.code === 'string') return new Problem(body);
  } catch {
    // Not ours: a proxy's page, or nothing at all.
  }
  return new Problem({
    status: response.status,
    code: 'HTTP_ERROR',
    title: '请求未完成',
    detail: `服务器答复 ${response.status}，请稍后再试。`,
  });
}

/** Whatever was thrown, as a problem that can be shown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof TypeError) return new Problem(UNREACHABLE);
  return new Problem({ status: 0, code: 'PAGE_FAULT', title: '页面出错', detail: '请刷新页面后重试。' });
}
