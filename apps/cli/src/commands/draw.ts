import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { verify, type Verdict } from '@srd/proof/draw';
import { missing, oneWord, UsageError, type Command } from '../command';

const CODES: Readonly<Record<Verdict['verdict'], number>> = { yes: 0, wrong: 1, 'cannot-judge': 2 };
const WORDS: Readonly<Record<Verdict['verdict'], string>> = { yes: '通过', wrong: '不符', 'cannot-judge': '无法判断' };

function judge(file: string): Verdict {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? '没有这个文件' : '读不出文本';
    return { verdict: 'cannot-judge', code: 'NOT_JSON', finding: `${reason}：${file}`, notes: [] };
  }
  return verify(text, (bytes) => createHash('sha256').update(bytes).digest());
}

/** Repeats a draw from its transcript (draw.md, "What the verifier must say"): no network, no store, no clock. */
export const draw: Command = {
  usage: `用法：srd draw verify FILE [--json]

由抽取记录（srd-draw/1、srd-assign/1 的 JSON）重算全部结果，不联网，不读任何数据。

退出码：0 一致；1 不符，指出首个不符之处；2 无法判断（不是抽取记录）。
一致时另行说明单凭记录看不出的事，如“无外部见证”。`,
  options: {},
  async run(asked, { out }) {
    const [action, ...words] = asked.words;
    if (action === undefined) missing('verify');
    if (action !== 'verify') throw new UsageError(`没有这个操作：${action}`);
    const file = oneWord({ ...asked, words }, 'FILE');
    const verdict = judge(file);
    if (asked.json) out(JSON.stringify({ file, ...verdict }, null, 2));
    else {
      out(`${WORDS[verdict.verdict]}：${verdict.finding}`);
      for (const note of verdict.notes) out(`注意：${note}`);
    }
    return CODES[verdict.verdict];
  },
};
