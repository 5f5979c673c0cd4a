import type { Command, WithArgs } from './command';

interface Entry {
  readonly summary: string;
  /** Loads the command only when it is called: `draw verify` must work without the server's packages and without any store. */
  load(): Promise<Command | WithArgs>;
}

/** Every command of `srd`. */
export const commands: Readonly<Record<string, Entry>> = {
  init: {
    summary: '建立机关及其首个系统管理员',
    load: async () => (await import('./commands/init.js')).init,
  },
  import: {
    summary: '导入名录库、执法检查人员或抽查计划表（CSV），先预检后导入',
    load: async () => (await import('./commands/import.js')).importFile,
  },
  draw: {
    summary: '核验抽取记录（srd draw verify FILE），不需网络和数据',
    load: async () => (await import('./commands/draw.js')).draw,
  },
  verify: {
    summary: '核验审计包或抽取记录（srd verify FILE --key VKEY），不需网络和数据',
    load: async () => (await import('./commands/verify.js')).verify,
  },
  bundle: {
    summary: '从运行中的服务导出审计包',
    load: async () => (await import('./commands/bundle.js')).bundle,
  },
  witness: {
    summary: '见证另一机关的日志：核对检查点并联署',
    load: async () => (await import('./commands/witness.js')).witness,
  },
  'rotate-key': {
    summary: '更换签署检查点的密钥',
    load: async () => (await import('./commands/rotate-key.js')).rotateKey,
  },
  replay: {
    summary: '按各流程重放全部事件；--check 与读模型逐行对照',
    load: async () => (await import('./commands/replay.js')).replay,
  },
  rebuild: {
    summary: '由事件重建读模型',
    load: async () => (await import('./commands/rebuild.js')).rebuild,
  },
  doctor: {
    summary: '检查目录、磁盘与事件库是否合乎运行要求',
    load: async () => (await import('./commands/doctor.js')).doctor,
  },
  migrate: {
    summary: '把本机事件库迁到 EventStoreDB 服务器，逐条核对',
    load: async () => (await import('./commands/migrate.js')).migrate,
  },
  backup: {
    summary: '备份（服务运行中也可）',
    load: async () => (await import('./commands/backup.js')).backup,
  },
  demo: {
    summary: '生成演示数据',
    load: async () => (await import('./commands/demo.js')).demo,
  },
  bench: {
    summary: '性能测量',
    load: async () => (await import('./commands/bench.js')).bench,
  },
};
