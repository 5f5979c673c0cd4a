import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Failed, oneWord, textOf, UsageError, type Asked, type Command, type Terminal } from '../command';
import { lookingIn, throughServer, throughStore, type Work } from '../import/doors';
import { kinds, type Additions, type Kind } from '../import/kinds';
import { badRowsCsv, reportLines, templateCsv, type Outcome } from '../import/report';
import { bringIn, check } from '../import/run';
import { settingsOf } from '../stores/settings';

/** The largest file that is read, in bytes. */
const LARGEST = 50_000_000;

function bytesOf(file: string): Uint8Array {
  if (!existsSync(file)) throw new Failed(`没有这个文件：${file}`);
  const bytes = readFileSync(file);
  if (bytes.length > LARGEST) throw new Failed(`文件过大（上限 ${LARGEST / 1_000_000} MB）：${file}`);
  return bytes;
}

function additionsOf(asked: Asked, file: string): Additions {
  const year = textOf(asked, 'year');
  if (year !== undefined && !/^20\d{2}$/.test(year)) throw new UsageError(`--year：“${year}”不是年度，应如 2023`);
  const higherDocument = textOf(asked, 'higher-document') ?? null;
  return {
    file: basename(file),
    year: year === undefined ? undefined : Number(year),
    title: textOf(asked, 'title'),
    higherDocument,
  };
}

/** The file checked and, when it was confirmed, brought in; faulty rows are written where they were wanted. */
function workOn(kind: Kind, file: string, asked: Asked, { err }: Terminal): Work<Outcome> {
  const bytes = bytesOf(file);
  const additions = additionsOf(asked, file);
  const bad = textOf(asked, 'bad');
  if (bad !== undefined && existsSync(bad)) throw new Failed(`${bad} 已存在，请另取文件名`);
  return async (place, desk) => {
    const checked = await check(bytes, kind, place, additions);
    const tell = (done: number): void => {
      if (done % 200 === 0) err(`已处理 ${done} 行`);
    };
    const outcome = desk && asked.values['confirm'] === true ? await bringIn(checked, desk, tell) : checked.outcome;
    if (bad !== undefined && outcome.bad.length > 0)
      writeFileSync(bad, badRowsCsv(checked.table, outcome.faults), { mode: 0o600 });
    return outcome;
  };
}

function through(work: Work<Outcome>, asked: Asked, terminal: Terminal): Promise<Outcome> {
  const server = textOf(asked, 'server');
  if (server !== undefined) return throughServer(server, asked, terminal, work);
  const settings = settingsOf(terminal);
  return asked.values['confirm'] === true ? throughStore(settings, asked, work) : lookingIn(settings, asked, work);
}

/** Rosters, inspectors and plan tables from files, row by row: good ones go in, bad ones come back with the reason. */
export const importFile: Command = {
  usage: `用法：srd import roster|inspectors|plan FILE [选项]
      srd import roster|inspectors|plan --template

roster      检查对象名录库；类别、登记号、住所等逐行核对
inspectors  执法检查人员名录库；姓名、证号只存入人员登记
plan        抽查工作计划表（九列）；机关规则中的比例和出处列于表中比例之旁

先预检：逐行列出行、列、值、原因、建议，不导入任何内容。加 --confirm 后导入无误的行，有误的行不导入。
文件为 XLSX（读第一张表）或 CSV（UTF-8 或 GB18030，逗号或制表符分隔），全角数字和 2023.9.1、2023年7-8月 等写法均可。

  --confirm           导入无误的行
  --bad FILE          把有误的行连同原因写入 FILE，改正后可再次导入
  --as 账户           直接写入数据目录，以此账户的岗位办理（须先停止服务）
  --server 地址       经运行中的服务导入，如 http://127.0.0.1:3000
  --token-file FILE   会话令牌所在文件；不给则在终端询问登录名和密码
  --organ 编号        机关；不给则为账户所属机关
  --year 年度、--title 标题、--higher-document 文号   计划的年度、标题，联合抽查所依据的上级文件
  --template          输出空白模板；以 # 开头的行（如其中的示例行）不导入

退出码：0 全部无误；1 有误的行未（或不会）导入；2 用法有误。`,
  options: {
    confirm: { type: 'boolean' },
    bad: { type: 'string' },
    as: { type: 'string' },
    server: { type: 'string' },
    'token-file': { type: 'string' },
    organ: { type: 'string' },
    year: { type: 'string' },
    title: { type: 'string' },
    'higher-document': { type: 'string' },
    template: { type: 'boolean' },
  },
  async run(asked, terminal) {
    const [name = '', ...words] = asked.words;
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (!kind) throw new UsageError(name === '' ? '缺少导入的种类：roster、inspectors 或 plan' : `不能导入“${name}”`);
    if (asked.values['template'] === true) {
      terminal.out(templateCsv(kind.columns).trimEnd());
      return 0;
    }
    const file = oneWord({ ...asked, words }, 'FILE');
    const outcome = await through(workOn(kind, file, asked, terminal), asked, terminal);
    const ok = outcome.bad.length === 0 && outcome.faults.length === 0;
    if (asked.json) terminal.out(JSON.stringify({ ok, kind: name, ...outcome }, null, 2));
    else for (const line of reportLines(outcome)) terminal.out(line);
    return ok ? 0 : 1;
  },
};
