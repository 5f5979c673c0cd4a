import { parseArgs } from 'node:util';
import { Failed, UsageError, type Asked, type Command, type Terminal } from './command';
import { commands } from './commands';

const COMMON = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;

/** Carries out one call of `srd`. @returns the exit code: 0 done, 1 not done or something is wrong, 2 called wrongly or not to be judged */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [first, ...rest] = argv;
  const [name, args] = first === 'help' && rest[0] !== undefined ? [rest[0], ['--help']] : [first, rest];
  if (name === undefined || ['--help', '-h', 'help'].includes(name)) {
    terminal.out(overview());
    return name === undefined ? 2 : 0;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!entry) {
    terminal.err(`没有这个命令：${name}\n`);
    terminal.err(overview());
    return 2;
  }
  const command = await entry.load();
  const json = args.includes('--json');
  try {
    return 'runArgs' in command ? await command.runArgs(args) : await runCommand(command, args, terminal);
  } catch (error) {
    if (json) terminal.out(JSON.stringify({ ok: false, error: nameOf(error), detail: messageOf(error) }, null, 2));
    terminal.err(messageOf(error));
    if (!(error instanceof UsageError)) return 1;
    if ('usage' in command) terminal.err(`\n${command.usage}`);
    return 2;
  }
}

async function runCommand(command: Command, args: readonly string[], terminal: Terminal): Promise<number> {
  const asked = read(command, args);
  if (asked.values['help'] !== true) return command.run(asked, terminal);
  terminal.out(command.usage);
  return 0;
}

function read(command: Command, args: readonly string[]): Asked {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...command.options, ...COMMON },
      allowPositionals: true,
      strict: true,
    });
    return { values, words: positionals, json: values.json === true };
  } catch (error) {
    const { code, message } = error as { readonly code?: string; readonly message: string };
    const option = /'([^']+)'/.exec(message)?.[1] ?? '';
    throw new UsageError(
      code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? `没有这个选项：${option}` : `选项用法有误：${option || message}`,
    );
  }
}

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `用法：srd <命令> [选项]

${lines.join('\n')}

各命令的说明：srd <命令> --help；加 --json 输出 JSON。
数据目录由环境变量 DATA_DIR 指定，密钥目录由 SRD_KEY_DIR 指定。
退出码：0 完成；1 未完成或发现问题；2 用法有误或无法判断。`;
}

function nameOf(error: unknown): string {
  if (error instanceof UsageError) return 'USAGE';
  const code = (error as { readonly code?: unknown }).code;
  return typeof code === 'string' ? code : 'FAILED';
}

/** Our own messages are meant for people; anything else is a fault of ours and keeps its trace. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const detail = (error as { readonly detail?: unknown }).detail;
  if (typeof detail === 'string') return detail;
  const plain = error instanceof Failed || error instanceof UsageError || /[一-鿿]/.test(error.message);
  return plain ? error.message : (error.stack ?? error.message);
}
