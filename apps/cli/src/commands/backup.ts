import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { copyAttachments, type AttachmentsCopied } from '@srd/adapters/attachments';
import { backupTo, readSqliteEventLog } from '@srd/adapters/sqlite';
import { copyOutbox } from '@srd/adapters/outbox';
import { attachmentsFolder, checkpointsFile, outboxFolder } from '@srd/adapters/stores';
import { Failed, oneWord, type Command } from '../command';
import { existingLog, standingSettings } from '../stores/settings';

interface Copied {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

async function describe(file: string): Promise<Copied> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return { file, bytes: statSync(file).size, sha256: hash.digest('hex') };
}

async function copy(from: string, to: string): Promise<Copied> {
  try {
    await backupTo(from, to);
  } catch (error) {
    throw new Failed(`备份 ${from} 未完成：${(error as Error).message}`);
  }
  return describe(to);
}

/** How many events a copy holds, read back from the copy itself. */
async function eventsIn(file: string): Promise<number> {
  const log = readSqliteEventLog(file);
  try {
    const head = await log.head();
    // This file's positions count from 0 without a gap: a trigger in it sees to that.
    return head === undefined ? 0 : head + 1;
  } finally {
    await log.close();
  }
}

const ON_A_SERVER =
  '事件、账号、人员登记和检查点在服务器上，由服务器备份（docker compose run --rm backup，或按厂商手册）；附件和收发文件（SRD_SHARED_DIR）在事件之后另行复制，密钥（SRD_KEY_DIR）另存他处。次序和命令见 docs/operations.md，集群“备份与恢复”';

/**
 * Copies as of one moment, taken while the server runs or not. Events first: what they name of people and accounts is then in the
 * later copies. Keys are left out on purpose: a copy that lies with its keys isn't sealed, and a forgotten person must stay so.
 */
export const backup: Command = {
  usage: `用法：srd backup FILE [--json]
      srd backup --all DIR [--json]

FILE   事件库备份为一个文件：全部事件，即一切业务记录；服务运行中也可执行，得到某一时刻的完整副本。
--all  在新目录 DIR 中另备份检查点（checkpoints.sqlite）、账号与会话（credentials.sqlite）、人员登记（persons.sqlite，逐人加密）
       公示载体的收发文件（outbox 目录：已发出的、收到和待收的回执）和附件（attachments 目录，逐个重算 SHA-256；
       不符的照样备份，并逐一列出，退出码为 1）。

不含：读模型（可由 srd rebuild 重建）；密钥目录 SRD_KEY_DIR（须另存他处，不与备份放在一起；
有人被遗忘后请替换密钥的旧副本）。
恢复：停止服务，把文件和 attachments、outbox 目录放回数据目录，删去原有的 -wal、-shm 文件，再运行 srd rebuild。`,
  options: { all: { type: 'boolean' } },
  async run(asked, terminal) {
    const { out } = terminal;
    const target = oneWord(asked, asked.values['all'] === true ? 'DIR' : 'FILE');
    const settings = standingSettings(terminal);
    // Copies are their owner's alone, like what they are copies of.
    process.umask(0o077);
    const log = existingLog(settings, ON_A_SERVER);
    const copies: Copied[] = [];
    let attachments: AttachmentsCopied | undefined;
    let channelFiles = 0;
    let copyOfLog = target;
    if (asked.values['all'] === true) {
      if (existsSync(target)) throw new Failed(`备份目录已存在：${target}`);
      mkdirSync(target, { recursive: true, mode: 0o700 });
      copyOfLog = join(target, basename(log));
      // Channels before events: a receipt that is put away in the copy is in the copied events, too.
      channelFiles = await copyOutbox(outboxFolder(settings.dataDir), outboxFolder(target));
      // Checkpoints before events: a copy that signs for more events than it holds would be refused.
      const checkpoints = checkpointsFile(settings.dataDir);
      if (existsSync(checkpoints)) copies.push(await copy(checkpoints, join(target, basename(checkpoints))));
      copies.push(await copy(log, copyOfLog));
      for (const name of ['persons.sqlite', 'credentials.sqlite']) {
        const file = join(settings.dataDir, name);
        if (existsSync(file)) copies.push(await copy(file, join(target, name)));
      }
      // After the events: whatever they name was there before them.
      attachments = await copyAttachments(attachmentsFolder(settings.dataDir), attachmentsFolder(target));
    } else copies.push(await copy(log, target));
    const events = await eventsIn(copyOfLog);
    const damaged = attachments?.damaged ?? [];
    const ok = damaged.length === 0;
    if (asked.json)
      out(
        JSON.stringify(
          { ok, events, files: copies, attachments, channelFiles, keysNotIncluded: settings.keyDir },
          null,
          2,
        ),
      );
    else {
      out(`已备份 ${events} 条事件`);
      for (const { file, bytes, sha256 } of copies) out(`  ${file}  ${bytes} 字节  SHA-256 ${sha256}`);
      if (channelFiles > 0) out(`  公示载体收发文件 ${channelFiles} 个`);
      if (attachments) out(`  附件 ${attachments.files} 个，${attachments.bytes} 字节`);
      for (const sha256 of damaged) out(`附件的内容与其 SHA-256 不符，已照原样备份：${sha256}`);
      out(`密钥目录不在备份中，请另存：${settings.keyDir}`);
    }
    return ok ? 0 : 1;
  },
};
