import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { consistencyIn, exitCodeOf, judge, keysIn, verdictWords, verifyEd25519, type Judged } from '@srd/verifier';
import { oneWord, textOf, UsageError, type Asked, type Command } from '../command';

/** A text file in UTF-8. @throws UsageError, for without it nothing can be judged */
function textIn(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? '没有这个文件' : '读不出文本';
    throw new UsageError(`${reason}：${file}`);
  }
}

/** Verifier keys as they were given: each one itself, or a file of them. */
function keysOf({ values }: Asked): readonly string[] {
  const given = (values['key'] ?? []) as readonly string[];
  return given.flatMap((each) => keysIn(existsSync(each) ? textIn(each) : each));
}

function report({ kind, verdict }: Judged): readonly string[] {
  const word = verdictWords[verdict.verdict];
  const notes = verdict.notes.map((note) => `注意：${note}`);
  if (kind === 'draw') return [`${word}：${verdict.finding}`, ...notes];
  const { checkpoint, counts } = verdict;
  const of = checkpoint ? [`检查点：${checkpoint.origin}，${checkpoint.size} 条`] : [];
  const { entries, withheld, streams, cases, draws, attachments } = counts;
  const what = `${entries} 条事件、${draws} 次抽取、${attachments} 个附件`;
  const first = verdict.verdict === 'yes' ? `${what}，${verdict.finding}` : verdict.finding;
  return [`${word}：${first}`, ...notes, ...of, `${what}；未披露 ${withheld} 条，流 ${streams}，案件 ${cases}`];
}

/** Judges an audit bundle by itself (srd-log/1, "What the verifier must say"): no network, no store, no clock. */
export const verify: Command = {
  usage: `用法：srd verify BUNDLE --key VKEY [--key VKEY] [--checkpoint NOTE] [--consistency FILE] [--json]

核验审计包（srd-bundle/1）或抽取记录（srd-draw/1、srd-assign/1），不联网，不读任何数据，不看时间。
--key          可信的公钥（name+id+base64），或公钥文件（每行一个，或 /api/v1/public/log/keys 的回答）；可给多个，
               见证人的也在内。抽取记录不需要公钥。
               公钥须另行取得（如 GET /api/v1/public/log/keys），不取自审计包
--checkpoint   自己留存的检查点文件：比审计包的更长为不符；同长而根不同为 SPLIT VIEW；更短则还须给出
--consistency  两者之间的一致性证明：GET /api/v1/public/log/consistency 的回答

退出码：0 通过；1 不符，指出首个不符之处；2 无法判断（未给公钥、有未披露的内容等）。`,
  options: {
    key: { type: 'string', multiple: true },
    checkpoint: { type: 'string' },
    consistency: { type: 'string' },
  },
  async run(asked, { out }) {
    const bundle = textIn(oneWord(asked, 'BUNDLE'));
    const checkpoint = textOf(asked, 'checkpoint');
    const consistency = textOf(asked, 'consistency');
    const judged = judge(bundle, {
      keys: keysOf(asked),
      ...(checkpoint === undefined ? {} : { checkpoint: textIn(checkpoint) }),
      ...(consistency === undefined ? {} : { consistency: consistencyIn(textIn(consistency)) }),
      hash: (bytes) => createHash('sha256').update(bytes).digest(),
      verifySignature: verifyEd25519,
    });
    if (asked.json) out(JSON.stringify(judged.verdict, null, 2));
    else for (const line of report(judged)) out(line);
    return exitCodeOf(judged.verdict);
  },
};
