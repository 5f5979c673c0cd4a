import { readFileSync, existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failed, needed, noWords, textOf, UsageError, type Asked, type Command } from '../command';
import { witnessKey } from '../witness/key';
import { Memory } from '../witness/memory';
import { Log, visit, type Visit } from '../witness/visit';

const seconds = (): number => Math.floor(Date.now() / 1000);

function everyOf(asked: Asked): number | undefined {
  const every = textOf(asked, 'every');
  if (every === undefined) return undefined;
  if (!/^[1-9]\d{0,5}$/.test(every)) throw new UsageError(`--every：“${every}”不是秒数`);
  return Number(every);
}

/** The log's keys as the witness got them from elsewhere: themselves, or in a file. */
function trusted({ values }: Asked): readonly string[] {
  const given = (values['log-key'] ?? []) as readonly string[];
  const lines = given.flatMap((each) => (existsSync(each) ? readFileSync(each, 'utf8').split('\n') : [each]));
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** Watches a log from outside (LogWitness, srd-log/1): another organ runs this, on a machine of its own. */
export const witness: Command = {
  usage: `用法：srd witness --log URL --key FILE --state DIR [--name 名称] [--log-key VKEY] [--every 秒] [--json]

见证另一机关的日志：取最新检查点，核对其由上次所签的只增不改而来，存盘后联署（cosignature/v1），并交回日志。
所示与所签不合的（SPLIT VIEW、日志变短），不联署，两份检查点留作证据，退出码 1。
--log      日志所在服务的地址
--key      见证人的密钥文件；没有则生成，须以 --name 给出名称。打印的公钥交日志方存入其密钥目录 witnesses/*.vkey
--state    见证人留存检查点和证据的目录，须长期保存
--log-key  日志的公钥（或所在文件），另行取得；不给则信任初次所见并固定下来
           日志换钥后，凭旧公钥签名所证的公告自行认得新公钥
--every    每隔若干秒一次，直到停止；不给则只做一次

退出码：0 已联署或没有新记录；1 不合、连不上或不能核验。`,
  options: {
    log: { type: 'string' },
    key: { type: 'string' },
    state: { type: 'string' },
    name: { type: 'string' },
    'log-key': { type: 'string', multiple: true },
    every: { type: 'string' },
  },
  async run(asked, { out, err }) {
    noWords(asked);
    const log = new Log(needed(asked, 'log'));
    const signer = witnessKey(needed(asked, 'key'), textOf(asked, 'name'));
    const memory = new Memory(needed(asked, 'state'));
    const every = everyOf(asked);
    const keys = trusted(asked);
    if (keys.length > 0) memory.trust(keys);
    err(`见证人公钥：${signer.verifierKey}`);
    for (;;) {
      let seen: Visit | undefined;
      try {
        seen = await visit(log, memory, signer, seconds);
      } catch (error) {
        if (every === undefined || !(error instanceof Failed)) throw error;
        err(error.message);
      }
      if (seen) {
        if (asked.json) out(JSON.stringify({ ...seen, key: signer.verifierKey }));
        else out(`${seen.finding}${seen.evidence === null ? '' : `：${seen.evidence}`}`);
        if (seen.evidence !== null) return 1;
      }
      if (every === undefined) return 0;
      await sleep(1000 * every);
    }
  },
};
