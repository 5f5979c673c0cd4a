import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Failed, missing, needed, textOf, UsageError, type Asked, type Command, type Terminal } from '../command';
import { signIn } from '../import/http-place';

/** Kinds of subject with their path in the API; an organ's year is two parts of it. */
const COLLECTIONS: Readonly<Record<string, string>> = {
  case: 'cases',
  draw: 'draws',
  task: 'tasks',
  'integrity-file': 'integrity-files',
};
const KINDS = [...Object.keys(COLLECTIONS), 'organ-year'].join('、');

/** Path of a subject's bundle. @throws UsageError */
function pathOf([kind, id, ...more]: readonly string[]): string {
  if (kind === undefined) return missing(`审计包的种类（${KINDS}）`);
  if (id === undefined) return missing('编号');
  if (more.length > 0) throw new UsageError(`多出的参数：${more.join(' ')}`);
  if (kind === 'organ-year') {
    const [, organ, year] = /^(.+)-(\d{4})$/.exec(id) ?? [];
    if (organ === undefined) throw new UsageError(`organ-year 的编号应如 chaozhou-2023：${id}`);
    return `/api/v1/organs/${encodeURIComponent(organ)}/years/${year ?? ''}/bundle`;
  }
  const collection = Object.hasOwn(COLLECTIONS, kind) ? COLLECTIONS[kind] : undefined;
  if (collection === undefined) throw new UsageError(`没有这种审计包：${kind}（应为 ${KINDS}）`);
  return `/api/v1/${collection}/${encodeURIComponent(id)}/bundle`;
}

async function tokenOf(server: string, asked: Asked, { ask }: Terminal): Promise<string> {
  const file = textOf(asked, 'token-file');
  if (file !== undefined) {
    if (!existsSync(file)) throw new Failed(`没有这个文件：${file}`);
    return readFileSync(file, 'utf8').trim();
  }
  if (!ask) return missing('--token-file（会话令牌所在文件）');
  return signIn(server, await ask('登录名：'), await ask('密码：', { hidden: true }));
}

/** The answer to the byte. @throws Failed with what the server says */
async function fetched(url: string, token: string): Promise<Uint8Array> {
  let response: Response;
  try {
    response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  } catch (error) {
    throw new Failed(`连不上服务：${(error as { cause?: Error }).cause?.message ?? (error as Error).message}`);
  }
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (response.ok) return bytes;
  const problem = JSON.parse(new TextDecoder().decode(bytes)) as { readonly detail?: string };
  throw new Failed(problem.detail ?? `服务回答 ${response.status}`);
}

/** Saves an audit bundle as the server gives it; each export is an event of its own. */
export const bundle: Command = {
  usage: `用法：srd bundle case|draw|task|organ-year|integrity-file 编号 --purpose 用途 --server URL [--out FILE] [--token-file FILE] [--json]

向运行中的服务导出审计包，原样存盘；每次导出都留痕。以 srd verify 核验。
--purpose     导出的用途，记入当日的查阅记录
--server      服务地址，如 http://127.0.0.1:3000
--out         存入的文件；不填则为“种类-编号.srd-bundle.json”，已存在的不覆盖
--token-file  会话令牌（POST /api/v1/session 的 token）所在文件；不填则在终端登录

例：srd bundle case chaozhou-2023-4-1 --purpose 年度执法监督 --server http://127.0.0.1:3000`,
  options: {
    purpose: { type: 'string' },
    server: { type: 'string' },
    out: { type: 'string' },
    'token-file': { type: 'string' },
  },
  async run(asked, terminal) {
    const path = pathOf(asked.words);
    const purpose = needed(asked, 'purpose');
    const server = needed(asked, 'server').replace(/\/+$/, '');
    if (!/^https?:\/\//.test(server)) throw new UsageError(`--server：“${server}”不是地址，应如 http://127.0.0.1:3000`);
    const file = textOf(asked, 'out') ?? `${asked.words.join('-').replaceAll(':', '_')}.srd-bundle.json`;
    if (existsSync(file)) throw new Failed(`${file} 已存在，请另取文件名`);
    const token = await tokenOf(server, asked, terminal);
    const bytes = await fetched(`${server}${path}?purpose=${encodeURIComponent(purpose)}`, token);
    writeFileSync(file, bytes, { mode: 0o600, flag: 'wx' });
    if (asked.json) terminal.out(JSON.stringify({ ok: true, file, bytes: bytes.length }, null, 2));
    else terminal.out(`已存入 ${file}（${bytes.length} 字节）；核验：srd verify ${file} --key 公钥`);
    return 0;
  },
};
