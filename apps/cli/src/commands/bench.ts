import { UsageError, type WithArgs } from '../command';
import { runBench } from '../bench';

/** How fast the parts are; it reads its own options. */
export const bench: WithArgs = {
  async runArgs(args) {
    try {
      return await runBench(args);
    } catch (error) {
      const { code, message } = error as { readonly code?: unknown; readonly message: string };
      if (typeof code !== 'string' || !code.startsWith('ERR_PARSE_ARGS')) throw error;
      throw new UsageError(`选项用法有误：${/'([^']+)'/.exec(message)?.[1] ?? message}。说明见 srd bench --help`);
    }
  },
};
