import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { exitCodeOf, verifyBundle, verifyEd25519, type BundleVerdict } from '@srd/verifier';
import { oneWord, textOf, UsageError, type Asked, type Command } from '../command';

const WORDS: Readonly<Record<BundleVerdict['verdict'], string>> = {
  yes: '通过',
  wrong: '不符',
  'cannot-judge': '无法判断',
};

/** A text file in UTF-8. @throws UsageError, for without it nothing can be judged */
function textIn(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? '没有这个文件' : '读不出文本';
    throw new UsageError(`${reason}：${file}`);
  }
}

/** Verifier keys as they were given: each one itself, or a file with one a line. */
function keysOf({ values }: Asked): readonly string[] {
  const given = (values['key'] ?? []) as readonly string[];
  return given
    .flatMap((each) => (existsSync(each) ? textIn(each).split('\n') : [each]))
    .flatMap((line) => {
      const key = line.trim();
      return key === '' || key.startsWith('#') ? [] : [key];
    });
}

/** The proof in the answer of `/api/v1/public/log/consistency`, or the hashes themselves. */
function proofIn(text: string): string {
  try {
    const answer = JSON.parse(text) as { readonly proof?: unknown };
    return Array.isArray(answer.proof) ? JSON.stringify(answer.proof) : text;
  } catch {
    return text;
  }
}

function report({ verdict, finding, notes, checkpoint, counts }: BundleVerdict): readonly string[] {
  const of = checkpoint ? [`检查点：${checkpoint.origin}，${checkpoint.size} 条`] : [];
  const { entries, withheld, streams, cases, draws, attachments } = counts;
  const what = [
    `记录 ${entries} 条（未披露 ${withheld}），流 ${streams}，案件 ${cases}，抽取 ${draws}，附件 ${attachments}`,
  ];
  return [`${WORDS[verdict]}：${finding}`, ...notes.map((note) => `注意：${note}`), ...of, ...what];
}

/** Judges an audit bundle by itself (srd-log/1, "What the verifier must say"): no network, no store, no clock. */
export const verify: Command = {
  usage: `用法：srd verify BUNDLE --key VKEY [--key VKEY] [--checkpoint NOTE] [--consistency FILE] [--json]

核验审计包（srd-bundle/1），不联网，不读任何数据，不看时间。
--key          可信的公钥（name+id+base64），或每行一个公钥的文件；可给多个，见证人的也在内。
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
    const verdict = verifyBundle(bundle, {
      keys: keysOf(asked),
      ...(checkpoint === undefined ? {} : { checkpoint: textIn(checkpoint) }),
      ...(consistency === undefined ? {} : { consistency: proofIn(textIn(consistency)) }),
      hash: (bytes) => createHash('sha256').update(bytes).digest(),
      verifySignature: verifyEd25519,
    });
    if (asked.json) out(JSON.stringify(verdict, null, 2));
    else for (const line of report(verdict)) out(line);
    return exitCodeOf(verdict);
  },
};
